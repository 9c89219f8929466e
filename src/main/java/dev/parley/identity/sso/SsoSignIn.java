package dev.parley.identity.sso;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.problem.FieldError;
import dev.parley.base.request.RequestOrigin;
import dev.parley.identity.signin.SignInOpening;
import dev.parley.identity.signin.ThrottleService;
import dev.parley.identity.signin.ThrottleService.Attempt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Proving who one is with a provider's token: why a token is refused is told to operators only, and
 * refusals count as failed sign-ins of their address.
 */
@ApplicationScoped
public class SsoSignIn {
  private static final Logger LOG = Logger.getLogger(SsoSignIn.class.getName());

  @Inject private Providers providers;
  @Inject private ProviderTokens tokens;
  @Inject private SsoSignInService signIns;
  @Inject private IdentityService identities;
  @Inject private ThrottleService throttle;
  @Inject private RequestOrigin origin;
  @Inject private Event<SsoRefused> refused;

  /** What does something with a token, and may refuse it. */
  private interface Act<T> {
    T with(Provider provider) throws TokenRefused;
  }

  /**
   * Signs in by an id token or, when there is none, an access token.
   *
   * @throws DomainException {@code sso_token_refused}, {@code provider_unavailable}, {@code
   *     account_disabled}, {@code unknown_provider}, {@code too_many_attempts}
   */
  SignInOpening.Opened signIn(
      String provider, String idToken, String accessToken, String nonce, Boolean useCookie) {
    return prove(
        provider,
        known ->
            signIns.signIn(
                known,
                idToken != null
                    ? tokens.identity(known, idToken, nonce)
                    : tokens.access(known, accessToken),
                useCookie));
  }

  /**
   * Links whom an id token names to a user; whether that is new.
   *
   * @throws DomainException {@code identity_taken} and those of signing in
   */
  boolean link(UUID user, String provider, String idToken, String nonce) {
    return prove(
        provider, known -> identities.link(user, known, tokens.identity(known, idToken, nonce)));
  }

  private <T> T prove(String id, Act<T> act) {
    Provider provider = providers.named(id).orElseThrow(SsoSignIn::unknown);
    Attempt attempt = throttle.admit(origin.address());
    try {
      T done = act.with(provider);
      throttle.succeeded(attempt);
      return done;
    } catch (TokenRefused e) {
      LOG.log(
          Level.INFO,
          "A token of {0} was refused from {1}: {2}",
          new Object[] {provider.id(), origin.address(), e.getMessage()});
      refused.fire(new SsoRefused(provider.id(), e.getMessage(), origin.address()));
      throw new DomainException(SsoCode.SSO_TOKEN_REFUSED);
    } catch (DomainException e) {
      throttle.takeBack(attempt);
      throw e;
    }
  }

  private static DomainException unknown() {
    String sentence = SsoCode.UNKNOWN_PROVIDER.title();
    return new DomainException(
        SsoCode.UNKNOWN_PROVIDER, sentence, List.of(new FieldError("provider", sentence)));
  }

  /**
   * Signs out whom a provider's logout token names.
   *
   * @return how many sign-ins ended
   * @throws DomainException {@code logout_token_refused}, {@code provider_unavailable}, {@code
   *     not_found} for a provider that is not configured
   */
  int signOut(String id, String logoutToken) {
    Provider provider =
        providers.named(id).orElseThrow(() -> new DomainException(CommonCode.NOT_FOUND));
    try {
      return signIns.signOut(provider, tokens.logout(provider, logoutToken));
    } catch (TokenRefused e) {
      LOG.log(
          Level.INFO,
          "A logout token of {0} was refused from {1}: {2}",
          new Object[] {provider.id(), origin.address(), e.getMessage()});
      throw new DomainException(SsoCode.LOGOUT_TOKEN_REFUSED);
    }
  }
}
