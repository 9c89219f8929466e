package dev.parley.identity.signin;

import dev.parley.base.problem.Code;
import dev.parley.base.problem.ProblemKind;

/** Why signing in or staying so is refused. */
public enum SignInCode implements Code {
  INVALID_CREDENTIALS(ProblemKind.UNAUTHENTICATED, "Username or password is not right."),
  ACCOUNT_DISABLED(ProblemKind.FORBIDDEN, "This account is disabled. Ask an administrator."),
  TOO_MANY_ATTEMPTS(ProblemKind.TOO_MANY, "Too many attempts. Wait a moment and try again."),
  INVALID_TOKEN(ProblemKind.UNAUTHENTICATED, "This sign-in has ended. Sign in again."),
  TOKEN_REUSED(
      ProblemKind.UNAUTHENTICATED,
      "This refresh token was used before, so the sign-in was ended. Sign in again.");

  private final ProblemKind kind;
  private final String title;

  SignInCode(ProblemKind kind, String title) {
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
