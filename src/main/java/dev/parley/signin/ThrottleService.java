package dev.parley.signin;

import dev.parley.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Slows down guessing, for all nodes alike.
 *
 * <p>Failures count for an account at an address, for an address, and for an account from addresses
 * that its owner never signed in from; so somebody else's guesses never lock the owner out of where
 * they usually are.
 */
@ApplicationScoped
@Transactional
public class ThrottleService {
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
  private static final int STRANGERS = 4;

  @PersistenceContext private EntityManager database;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "parley.limits.logins-per-account")
  private int perAccount;

  @Inject
  @ConfigProperty(name = "parley.limits.logins-per-address")
  private int perAddress;

  @Inject
  @ConfigProperty(name = "parley.limits.registrations-per-address")
  private int registrations;

  /** Refuses an attempt that comes too soon. */
  public void admit(String username, String address) {
    refuse(waitOf(List.of("pair:" + username + "@" + address, "address:" + address)));
    if (!isKnown(username, address)) {
      refuse(waitOf(List.of("account:" + username)));
    }
  }

  private void refuse(Duration wait) {
    if (wait.compareTo(Duration.ZERO) > 0) {
      throw new DomainException(SignInCode.TOO_MANY_ATTEMPTS).retryAfter(wait);
    }
  }

  private Duration waitOf(List<String> keys) {
    Instant now = clock.instant();
    Object until =
        database
            .createNativeQuery("select max(blocked_until) from throttle where key in (?, ?)")
            .setParameter(1, keys.get(0))
            .setParameter(2, keys.get(keys.size() - 1))
            .getSingleResult();
    return until == null ? Duration.ZERO : Duration.between(now, ((Timestamp) until).toInstant());
  }

  private boolean isKnown(String username, String address) {
    return !database
        .createNativeQuery(
            "select 1 from sign_in s join users u on u.id = s.user_id where u.username = ? and s.address = ? limit 1")
        .setParameter(1, username)
        .setParameter(2, address)
        .getResultList()
        .isEmpty();
  }

  /** Counts a failed attempt. */
  public void failed(String username, String address) {
    count("pair:" + username + "@" + address, perAccount);
    count("address:" + address, perAddress);
    if (!isKnown(username, address)) {
      count("account:" + username, perAccount * STRANGERS);
    }
  }

  /** Forgets what a successful attempt makes good. */
  public void succeeded(String username, String address) {
    database
        .createNativeQuery("delete from throttle where key = ?")
        .setParameter(1, "pair:" + username + "@" + address)
        .executeUpdate();
  }

  /** Counts a registration, or refuses it. */
  public void admitRegistration(String address) {
    if (registrations > 0 && count("register:" + address, 0) > registrations) {
      throw new DomainException(SignInCode.TOO_MANY_ATTEMPTS).retryAfter(FORGOTTEN_AFTER);
    }
  }

  private int count(String key, int limit) {
    Instant now = clock.instant();
    Number failures =
        (Number)
            database
                .createNativeQuery(
                    "insert into throttle (key, failures, blocked_until, updated_at) values (?1, 1, ?2, ?2)"
                        + " on conflict (key) do update set"
                        + " failures = case when throttle.updated_at < ?3 then 1 else throttle.failures + 1 end,"
                        + " updated_at = case when throttle.updated_at < ?3 or ?4 > 0 then ?2 else throttle.updated_at end"
                        + " returning failures")
                .setParameter(1, key)
                .setParameter(2, Timestamp.from(now))
                .setParameter(3, Timestamp.from(now.minus(FORGOTTEN_AFTER)))
                .setParameter(4, limit)
                .getSingleResult();
    Duration wait = Delay.after(failures.intValue(), limit);
    database
        .createNativeQuery("update throttle set blocked_until = ? where key = ?")
        .setParameter(1, Timestamp.from(now.plus(wait)))
        .setParameter(2, key)
        .executeUpdate();
    return failures.intValue();
  }
}
