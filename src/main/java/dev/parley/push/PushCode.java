package dev.parley.push;

import dev.parley.problem.Code;
import dev.parley.problem.Kind;

/** Why a call of web push is refused. */
public enum PushCode implements Code {
  PUSH_NOT_CONFIGURED(Kind.NOT_FOUND, "This server does not push to browsers.");

  private final Kind kind;
  private final String title;

  PushCode(Kind kind, String title) {
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
