package dev.parley.administration.audit;

import dev.parley.base.problem.Code;
import dev.parley.base.problem.ProblemKind;

/** Why an act of an administrator is refused before it begins. */
enum AuditCode implements Code {
  REASON_REQUIRED(ProblemKind.INVALID, "Say why, in 1 to 500 characters.");

  private final ProblemKind kind;
  private final String title;

  AuditCode(ProblemKind kind, String title) {
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
