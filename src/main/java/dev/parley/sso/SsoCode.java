package dev.parley.sso;

import dev.parley.problem.Code;
import dev.parley.problem.Kind;

/** Why single sign-on is refused. */
enum SsoCode implements Code {
  SSO_TOKEN_REFUSED(
      Kind.UNAUTHENTICATED, "This sign-in of your provider was not accepted. Start it again."),
  LOGOUT_TOKEN_REFUSED(Kind.INVALID, "This logout token was not accepted."),
  UNKNOWN_PROVIDER(Kind.INVALID, "There is no such provider here."),
  PROVIDER_UNAVAILABLE(
      Kind.UNAVAILABLE,
      "The provider of this sign-in does not answer. Try again in a moment or sign in another way."),
  IDENTITY_TAKEN(
      Kind.CONFLICT, "Somebody else signs in here this way already. It can be one person's only."),
  LAST_SIGN_IN_WAY(
      Kind.CONFLICT, "This is your only way to sign in. Get another one before you take it away.");

  private final Kind kind;
  private final String title;

  SsoCode(Kind kind, String title) {
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
