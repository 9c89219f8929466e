package dev.parley.identity.signin;

import dev.parley.base.request.RequestOrigin;
import dev.parley.identity.account.OwnUser;
import dev.parley.identity.account.Profiles;
import dev.parley.identity.token.IssuedTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;

/** Opens a sign-in for the caller, whose browser keeps the refresh token when they ask for it. */
@ApplicationScoped
public class SignInOpening {
  @Inject private SignInService signIns;
  @Inject private Profiles profiles;
  @Inject private RefreshCookie cookie;
  @Inject private RequestOrigin origin;
  private final LongAdder opened = new LongAdder();

  /** The tokens and whose they are. */
  public record SignedIn(
      String accessToken, String tokenType, long expiresIn, String refreshToken, OwnUser user) {}

  /** What the caller gets, and the cookie that goes with it, if any. */
  public record Opened(SignedIn signedIn, String cookie) {}

  /** Refuses a call for a cookie that another site's page makes, before it does anything. */
  public void admit(Boolean useCookie) {
    if (Boolean.TRUE.equals(useCookie)) {
      cookie.refuseForeign();
    }
  }

  /** Opens a sign-in; {@code provenHash} as in {@link SignInService#open}. */
  Opened of(UUID user, String provenHash, Boolean useCookie) {
    return opened(
        user, signIns.open(user, provenHash, origin.device(), origin.address()), useCookie);
  }

  /** Opens a sign-in, under an id that the caller has made, of a user that it has proved. */
  public Opened proven(UUID signIn, UUID user, Boolean useCookie) {
    return opened(
        user, signIns.open(signIn, user, null, origin.device(), origin.address()), useCookie);
  }

  private Opened opened(UUID user, IssuedTokens tokens, Boolean useCookie) {
    boolean byCookie = Boolean.TRUE.equals(useCookie);
    opened.increment();
    SignedIn signedIn =
        new SignedIn(
            tokens.accessToken(),
            tokens.tokenType(),
            tokens.expiresIn(),
            byCookie ? null : tokens.refreshToken(),
            profiles.own(user).orElseThrow());
    return new Opened(signedIn, byCookie ? cookie.of(tokens.refreshToken()) : null);
  }

  /** Sign-ins that this node has opened since it started. */
  public long opened() {
    return opened.sum();
  }
}
