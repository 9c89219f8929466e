package dev.parley.account;

import dev.parley.problem.Code;
import dev.parley.problem.Kind;

/** Why something about an account is refused. */
public enum AccountCode implements Code {
  USERNAME_TAKEN(Kind.CONFLICT, "This username is taken."),
  INVALID_USERNAME(
      Kind.INVALID,
      "A username has 3 to 32 of a-z 0-9 . _ - and begins and ends with a letter or digit."),
  WEAK_PASSWORD(Kind.INVALID, "This password is too easy to guess."),
  WRONG_PASSWORD(Kind.FORBIDDEN, "The password is not right."),
  REGISTRATION_CLOSED(
      Kind.FORBIDDEN, "Registration is closed. Ask an administrator for an account."),
  LINK_USED(Kind.GONE, "This link has been used or has expired."),
  UNKNOWN_USER(Kind.NOT_FOUND, "There is nobody of that name."),
  LAST_ADMIN(
      Kind.CONFLICT,
      "The last administrator cannot go. Make somebody else an administrator first."),
  CHANGED_MEANWHILE(
      Kind.CONFLICT, "Somebody has changed this meanwhile. Look at it again and decide anew."),
  UNKNOWN_ROLE(Kind.INVALID, "There is no such role.");

  private final Kind kind;
  private final String title;

  AccountCode(Kind kind, String title) {
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
