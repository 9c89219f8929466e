package dev.parley.consent.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/**
 * The locks that decide races between people, held to the end of the transaction and always taken
 * in this order: the sender, the two users, their pair, then rows.
 */
@ApplicationScoped
public class PairLocks {
  private static final int SENDER = 2;
  private static final int PAIR = 3;
  private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?1, ?2))";
  private static final String LOCK_PAIR =
      """
      with people as (select enabled, deleted_at from users where id in (?3, ?4) order by id for share)
      select there.kept, there.enabled, pg_advisory_xact_lock(hashtextextended(?1, ?2))
      from (select count(*) filter (where deleted_at is null) as kept,
        count(*) filter (where enabled) as enabled from people) as there
      """;

  @PersistenceContext private EntityManager database;

  /**
   * How two accounts stand.
   *
   * @param kept neither is deleted
   * @param enabled both can act
   */
  record Accounts(boolean kept, boolean enabled) {}

  /** Nobody else sends a request or makes a link for this user. */
  public void sender(UUID sender) {
    database
        .createNativeQuery(LOCK)
        .setParameter(1, sender.toString())
        .setParameter(2, SENDER)
        .getSingleResult();
  }

  /**
   * Nobody else changes what is between these two, and neither account is deleted, disabled or
   * enabled meanwhile.
   */
  Accounts pair(UUID one, UUID other) {
    Object[] row =
        (Object[])
            database
                .createNativeQuery(LOCK_PAIR)
                .setParameter(1, key(one, other))
                .setParameter(2, PAIR)
                .setParameter(3, one)
                .setParameter(4, other)
                .getSingleResult();
    return new Accounts(((Number) row[0]).intValue() == 2, ((Number) row[1]).intValue() == 2);
  }

  private static String key(UUID one, UUID other) {
    String a = one.toString();
    String b = other.toString();
    return a.compareTo(b) < 0 ? a + b : b + a;
  }
}
