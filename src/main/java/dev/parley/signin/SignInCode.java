package dev.parley.signin;

import dev.parley.problem.Code;
import dev.parley.problem.Kind;

/** Why signing in or staying so is refused. */
public enum SignInCode implements Code {
  INVALID_CREDENTIALS(Kind.UNAUTHENTICATED, "Username or password is not right."),
  ACCOUNT_DISABLED(Kind.FORBIDDEN, "This account is disabled. Ask an administrator."),
  TOO_MANY_ATTEMPTS(Kind.TOO_MANY, "Too many attempts. Wait a moment and try again."),
  INVALID_TOKEN(Kind.UNAUTHENTICATED, "This sign-in has ended. Sign in again."),
  TOKEN_REUSED(
      Kind.UNAUTHENTICATED,
      "This refresh token was used before, so the sign-in was ended. Sign in again.");

  private final Kind kind;
  private final String title;

  SignInCode(Kind kind, String title) {
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
