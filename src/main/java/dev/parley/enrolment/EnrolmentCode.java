package dev.parley.enrolment;

import dev.parley.problem.Code;
import dev.parley.problem.Kind;

/** Why a file or a line of it is refused. */
enum EnrolmentCode implements Code {
  BAD_FILE(Kind.INVALID, "This is no table of people."),
  TOO_MANY_LINES(Kind.INVALID, "The file has too many lines. Divide it."),
  BROKEN_LINE(Kind.INVALID, "This line cannot be read."),
  LINE_FAILED(
      Kind.UNAVAILABLE,
      "Something went wrong on our side with this line. Bring this person in once more, or by hand."),
  IMPORT_RUNNING(Kind.CONFLICT, "An import is under way. Wait until it has ended.");

  private final Kind kind;
  private final String title;

  EnrolmentCode(Kind kind, String title) {
    this.kind = kind;
    this.title = title;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public String title() {
    return title;
  }
}
