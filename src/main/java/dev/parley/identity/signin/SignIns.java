package dev.parley.identity.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.identity.account.AccountEvent.PermissionsChanged;
import dev.parley.identity.signin.SignInEvent.SignInEnded;
import dev.parley.identity.token.ActiveSignIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells for every call whether its sign-in still stands, from a cache of two seconds that
 * revocation clears.
 */
@ApplicationScoped
public class SignIns {
  private static final Duration FRESH = Duration.ofSeconds(2);
  private static final Duration NOTED = Duration.ofMinutes(1);

  private final Cache<UUID, Optional<ActiveSignIn>> signedIn =
      Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(50_000).build();
  private final Cache<UUID, Boolean> proven =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(15)).maximumSize(50_000).build();
  private final Cache<UUID, Boolean> used =
      Caffeine.newBuilder().expireAfterWrite(NOTED).maximumSize(50_000).build();

  @Inject private SignInService service;

  /**
   * The sign-in while it stands; using an access token proves the refresh token it was given out
   * with, unless that is dead, and the access token with it.
   */
  public Optional<ActiveSignIn> check(UUID signIn, UUID refreshToken) {
    return check(signIn).filter(active -> isProven(refreshToken));
  }

  private boolean isProven(UUID refreshToken) {
    boolean known = proven.getIfPresent(refreshToken) != null;
    if (!known && service.prove(refreshToken)) {
      proven.put(refreshToken, true);
      return true;
    }
    return known;
  }

  /** The sign-in while it stands, for one without refresh tokens. */
  public Optional<ActiveSignIn> check(UUID signIn) {
    Optional<ActiveSignIn> active = signedIn.get(signIn, service::active);
    if (active.isPresent() && used.getIfPresent(signIn) == null) {
      service.used(signIn);
      used.put(signIn, true);
    }
    return active;
  }

  void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) SignInEnded ended) {
    signedIn.invalidate(ended.signIn());
  }

  void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) PermissionsChanged changed) {
    signedIn
        .asMap()
        .values()
        .removeIf(known -> known.filter(one -> one.user().equals(changed.user())).isPresent());
  }

  /** How these sign-ins stand now; one that is not there any more has ended. */
  public Map<UUID, SignInState> states(Collection<UUID> signIns) {
    return service.states(signIns);
  }
}
