package dev.parley.identity.sso;

import dev.parley.base.problem.Code;
import dev.parley.base.problem.ProblemKind;

/** Why single sign-on is refused. */
enum SsoCode implements Code {
  SSO_TOKEN_REFUSED(
      ProblemKind.UNAUTHENTICATED,
      "This sign-in of your provider was not accepted. Start it again."),
  LOGOUT_TOKEN_REFUSED(ProblemKind.INVALID, "This logout token was not accepted."),
  UNKNOWN_PROVIDER(ProblemKind.INVALID, "There is no such provider here."),
  PROVIDER_UNAVAILABLE(
      ProblemKind.UNAVAILABLE,
      "The provider of this sign-in does not answer. Try again in a moment or sign in another way."),
  IDENTITY_TAKEN(
      ProblemKind.CONFLICT,
      "Somebody else signs in here this way already. It can be one person's only."),
  LAST_SIGN_IN_WAY(
      ProblemKind.CONFLICT,
      "This is your only way to sign in. Get another one before you take it away.");

  private final ProblemKind kind;
  private final String title;

  SsoCode(ProblemKind kind, String title) {
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
