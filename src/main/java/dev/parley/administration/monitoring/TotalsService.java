package dev.parley.administration.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Counts what there is of everything in the database. */
@ApplicationScoped
@Transactional
public class TotalsService {
  private static final String COUNT =
      """
      select (select count(*) from users where deleted_at is null),
       (select count(*) from users where enabled),
       (select count(*) from user_connection where status = 'approved'),
       (select count(*) from user_connection where status = 'pending'),
       (select count(*) from conversation),
       (select coalesce(sum(last_seq), 0) from conversation)
      """;

  @PersistenceContext private EntityManager database;

  /**
   * How many there are of everything.
   *
   * @param messages all that were ever sent in the conversations that there are
   */
  record Counted(
      long users,
      long enabledUsers,
      long connections,
      long pendingRequests,
      long conversations,
      long messages) {}

  Counted count() {
    Object[] row = (Object[]) database.createNativeQuery(COUNT).getSingleResult();
    return new Counted(
        number(row[0]),
        number(row[1]),
        number(row[2]),
        number(row[3]),
        number(row[4]),
        number(row[5]));
  }

  private static long number(Object count) {
    return ((Number) count).longValue();
  }
}
