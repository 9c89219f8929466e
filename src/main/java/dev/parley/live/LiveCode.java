package dev.parley.live;

import dev.parley.problem.Code;
import dev.parley.problem.Kind;

/** Why a frame or an upgrade is refused. */
enum LiveCode implements Code {
  UNKNOWN_ACTION(Kind.INVALID, "There is no such action."),
  HELLO_FIRST(Kind.INVALID, "This action comes after hello."),
  TOO_MANY_LIVE_SESSIONS(
      Kind.TOO_MANY, "Too many live sessions are open. Close one and come back.");

  private final Kind kind;
  private final String title;

  LiveCode(Kind kind, String title) {
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
