package dev.parley.consent.person;

import dev.parley.base.problem.Code;
import dev.parley.base.problem.ProblemKind;

/** Why a person is not shown. */
public enum PersonCode implements Code {
  UNKNOWN_USER(ProblemKind.NOT_FOUND, "There is nobody of that name.");

  private final ProblemKind kind;
  private final String title;

  PersonCode(ProblemKind kind, String title) {
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
