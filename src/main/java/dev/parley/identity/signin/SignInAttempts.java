package dev.parley.identity.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The counted attempts of all nodes, each under a key, and until when the next one has to wait. */
@ApplicationScoped
public class SignInAttempts {
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

  @PersistenceContext private EntityManager database;
  @Inject private Clock clock;

  /** Counts an attempt, or refuses it while the last ones make it wait; 0 is no limit. */
  void count(String key, int limit) {
    if (limit == 0) {
      return;
    }
    Instant now = clock.instant();
    List<?> counted =
        database
            .createNativeQuery(
                "insert into throttle (key, failures, blocked_until, updated_at) values (?1, 1, ?2, ?2)"
                    + " on conflict (key) do update set updated_at = ?2,"
                    + " failures = case when throttle.updated_at < ?3 then 1 else throttle.failures + 1 end"
                    + " where throttle.blocked_until <= ?2 returning failures")
            .setParameter(1, key)
            .setParameter(2, Timestamp.from(now))
            .setParameter(3, Timestamp.from(now.minus(FORGOTTEN_AFTER)))
            .getResultList();
    if (counted.isEmpty()) {
      throw ThrottleService.tooMany(waitOf(key, now));
    }
    block(key, now.plus(AttemptDelay.after(((Number) counted.get(0)).intValue(), limit)));
  }

  private Duration waitOf(String key, Instant now) {
    Object until =
        database
            .createNativeQuery("select blocked_until from throttle where key = ?")
            .setParameter(1, key)
            .getSingleResult();
    return Duration.between(now, ((Timestamp) until).toInstant());
  }

  private void block(String key, Instant until) {
    database
        .createNativeQuery("update throttle set blocked_until = ? where key = ?")
        .setParameter(1, Timestamp.from(until))
        .setParameter(2, key)
        .executeUpdate();
  }

  /** Counts within the hour that the first attempt began, or refuses until it is over. */
  void countWithinHour(String key, int limit) {
    Instant now = clock.instant();
    Object[] counted =
        (Object[])
            database
                .createNativeQuery(
                    "insert into throttle (key, failures, blocked_until, updated_at) values (?1, 1, ?2, ?2)"
                        + " on conflict (key) do update set"
                        + " failures = case when throttle.updated_at < ?3 then 1 else throttle.failures + 1 end,"
                        + " updated_at = case when throttle.updated_at < ?3 then ?2 else throttle.updated_at end"
                        + " returning failures, updated_at")
                .setParameter(1, key)
                .setParameter(2, Timestamp.from(now))
                .setParameter(3, Timestamp.from(now.minus(FORGOTTEN_AFTER)))
                .getSingleResult();
    if (((Number) counted[0]).intValue() > limit) {
      Instant over = ((Timestamp) counted[1]).toInstant().plus(FORGOTTEN_AFTER);
      throw ThrottleService.tooMany(Duration.between(now, over));
    }
  }

  /** Takes one attempt back, and the wait that it made. */
  void takeBack(String key) {
    database
        .createNativeQuery(
            "update throttle set failures = greatest(0, failures - 1), blocked_until = ? where key = ?")
        .setParameter(1, Timestamp.from(clock.instant()))
        .setParameter(2, key)
        .executeUpdate();
  }

  void forget(String key) {
    database
        .createNativeQuery("delete from throttle where key = ?")
        .setParameter(1, key)
        .executeUpdate();
  }
}
