package dev.parley.administration.userimport;

import dev.parley.base.problem.Code;
import dev.parley.base.problem.ProblemKind;

/** Why a file or a line of it is refused. */
enum ImportCode implements Code {
  BAD_FILE(ProblemKind.INVALID, "This is no table of people."),
  TOO_MANY_LINES(ProblemKind.INVALID, "The file has too many lines. Divide it."),
  BROKEN_LINE(ProblemKind.INVALID, "This line cannot be read."),
  LINE_FAILED(
      ProblemKind.UNAVAILABLE,
      "Something went wrong on our side with this line. Bring this person in once more, or by hand."),
  IMPORT_RUNNING(ProblemKind.CONFLICT, "An import is under way. Wait until it has ended.");

  private final ProblemKind kind;
  private final String title;

  ImportCode(ProblemKind kind, String title) {
    this.kind = kind;
    this.title = title;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }

  @Override
  public String title() {
    return title;
  }
}
