package dev.parley.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
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

  private final Cache<UUID, Optional<ActiveSignIn>> standing =
      Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(50_000).build();
  private final Cache<UUID, Boolean> proven =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(15)).maximumSize(50_000).build();
  private final Cache<UUID, Boolean> used =
      Caffeine.newBuilder().expireAfterWrite(NOTED).maximumSize(50_000).build();

  @Inject private SignInService service;
  @Inject private Clock clock;
  @PersistenceContext private EntityManager database;

  /**
   * The sign-in while it stands; using an access token proves the refresh token it was given out
   * with.
   */
  public Optional<ActiveSignIn> check(UUID signIn, UUID refreshToken) {
    Optional<ActiveSignIn> active = standing.get(signIn, service::active);
    if (active.isPresent()) {
      if (proven.getIfPresent(refreshToken) == null) {
        service.prove(refreshToken);
        proven.put(refreshToken, true);
      }
      if (used.getIfPresent(signIn) == null) {
        service.used(signIn);
        used.put(signIn, true);
      }
    }
    return active;
  }

  void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) SignInEnded ended) {
    standing.invalidate(ended.signIn());
  }

  /** How these sign-ins stand now; one that is not there any more has ended. */
  public Map<UUID, SignInState> states(Collection<UUID> signIns) {
    Map<UUID, SignInState> states = new HashMap<>();
    signIns.forEach(id -> states.put(id, SignInState.ENDED));
    List<?> rows =
        database
            .createNativeQuery(
                "select s.id, case when not u.enabled then 'DISABLED' when s.ended_at is not null then 'ENDED'"
                    + " when s.access_expires_at <= ?1 or s.expires_at <= ?1 then 'EXPIRED' else 'ACTIVE' end"
                    + " from sign_in s join users u on u.id = s.user_id where s.id = any (cast(string_to_array(?2, ',') as uuid[]))")
            .setParameter(1, Timestamp.from(clock.instant()))
            .setParameter(2, String.join(",", signIns.stream().map(UUID::toString).toList()))
            .getResultList();
    rows.stream()
        .map(Object[].class::cast)
        .forEach(row -> states.put((UUID) row[0], SignInState.valueOf((String) row[1])));
    return states;
  }
}
