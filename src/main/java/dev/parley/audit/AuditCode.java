package dev.parley.audit;

import dev.parley.problem.Code;
import dev.parley.problem.Kind;

/** Why an act of an administrator is refused before it begins. */
enum AuditCode implements Code {
  REASON_REQUIRED(Kind.INVALID, "Say why, in 1 to 500 characters.");

  private final Kind kind;
  private final String title;

  AuditCode(Kind kind, String title) {
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
