package dev.parley.reach.live;

import dev.parley.base.problem.Code;
import dev.parley.base.problem.ProblemKind;

/** Why a frame or an upgrade is refused. */
enum LiveCode implements Code {
  UNKNOWN_ACTION(ProblemKind.INVALID, "There is no such action."),
  HELLO_FIRST(ProblemKind.INVALID, "This action comes after hello."),
  TOO_MANY_LIVE_SESSIONS(
      ProblemKind.TOO_MANY, "Too many live sessions are open. Close one and come back.");

  private final ProblemKind kind;
  private final String title;

  LiveCode(ProblemKind kind, String title) {
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
