package dev.parley.identity.signin;

import dev.parley.identity.token.OneTimeTokenService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Forgets what signing in has left behind and nobody can use any more. */
@ApplicationScoped
@Transactional
public class SignInUpkeepService {
  private static final Duration KEPT = Duration.ofDays(7);

  @PersistenceContext private EntityManager database;
  @Inject private OneTimeTokenService links;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "parley.tokens.refresh-idle")
  private Duration idle;

  /**
   * Forgets sign-ins that ended or expired a week ago, refresh tokens that are older than a sign-in
   * may idle, tickets, throttles that mean nothing any more, and one-time links that expired a week
   * ago.
   */
  void sweep() {
    Instant now = clock.instant();
    forget(
        "sign_in where ended_at < ?1 or expires_at < ?1 or idle_expires_at < ?1", now.minus(KEPT));
    forget("refresh_token where created_at < ?1", now.minus(idle).minus(KEPT));
    forget("ws_ticket where expires_at < ?1", now);
    forget("throttle where updated_at < ?1", now.minus(KEPT));
    links.forget(now.minus(KEPT));
  }

  private void forget(String what, Instant before) {
    database
        .createNativeQuery("delete from " + what)
        .setParameter(1, Timestamp.from(before))
        .executeUpdate();
  }
}
