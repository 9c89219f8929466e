package dev.parley.reach.webpush;

import dev.parley.base.problem.Code;
import dev.parley.base.problem.ProblemKind;

/** Why a call of web push is refused. */
public enum PushCode implements Code {
  PUSH_NOT_CONFIGURED(ProblemKind.NOT_FOUND, "This server does not push to browsers.");

  private final ProblemKind kind;
  private final String title;

  PushCode(ProblemKind kind, String title) {
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
