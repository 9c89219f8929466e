package dev.parley.identity.account;

import dev.parley.base.problem.Code;
import dev.parley.base.problem.ProblemKind;

/** Why something about an account is refused. */
public enum AccountCode implements Code {
  USERNAME_TAKEN(ProblemKind.CONFLICT, "This username is taken."),
  INVALID_USERNAME(
      ProblemKind.INVALID,
      "A username has 3 to 32 of a-z 0-9 . _ - and begins and ends with a letter or digit."),
  WEAK_PASSWORD(ProblemKind.INVALID, "This password is too easy to guess."),
  WRONG_PASSWORD(ProblemKind.FORBIDDEN, "The password is not right."),
  REGISTRATION_CLOSED(
      ProblemKind.FORBIDDEN, "Registration is closed. Ask an administrator for an account."),
  LINK_USED(ProblemKind.GONE, "This link has been used or has expired."),
  UNKNOWN_USER(ProblemKind.NOT_FOUND, "There is nobody of that name."),
  LAST_ADMIN(
      ProblemKind.CONFLICT,
      "The last administrator cannot go. Make somebody else an administrator first."),
  CHANGED_MEANWHILE(
      ProblemKind.CONFLICT,
      "Somebody has changed this meanwhile. Look at it again and decide anew."),
  UNKNOWN_ROLE(ProblemKind.INVALID, "There is no such role.");

  private final ProblemKind kind;
  private final String title;

  AccountCode(ProblemKind kind, String title) {
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
