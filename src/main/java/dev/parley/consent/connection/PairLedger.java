package dev.parley.consent.connection;

import dev.parley.base.request.Paging;
import dev.parley.consent.person.UserLookup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Everything that ever changed between two people, for administrators: quiet changes as well. */
@ApplicationScoped
public class PairLedger {
  static final String LINES =
      """
      with theirs as (
        select id from user_connection where sender_id = ?1 and receiver_id = ?2
        union all select id from user_connection where sender_id = ?2 and receiver_id = ?1
        union all select id from deleted_connection where sender_id = ?1 and receiver_id = ?2
        union all select id from deleted_connection where sender_id = ?2 and receiver_id = ?1)
      select l.id, l.at, (select u.username from users u where u.id = l.actor_id), l.change, l.reason, l.connection_id
      from theirs cross join lateral (
        select * from connection_ledger where connection_id = theirs.id and id < ?3 order by id desc limit ?4) as l
      order by l.id desc limit ?4
      """;

  @PersistenceContext private EntityManager database;
  @Inject private UserLookup names;

  /**
   * One change.
   *
   * @param actor null for the system
   */
  public record PairLine(Instant at, String actor, String change, String reason, UUID connection) {}

  /** A page of changes, newest first. */
  public record PairPage(List<PairLine> items, String next) {}

  /** A page of what changed between two people by name, who may have left. */
  public PairPage page(String one, String other, Paging paging) {
    Long before = paging.after(Long::parseLong);
    List<?> rows =
        database
            .createNativeQuery(LINES)
            .setParameter(1, names.idOfAnybody(one))
            .setParameter(2, names.idOfAnybody(other))
            .setParameter(3, before == null ? Long.MAX_VALUE : before)
            .setParameter(4, paging.limit() + 1)
            .getResultList();
    List<Object[]> found = rows.stream().map(Object[].class::cast).toList();
    return new PairPage(
        paging.page(found).stream().map(PairLedger::line).toList(),
        paging.next(found, row -> row[0]));
  }

  private static PairLine line(Object[] row) {
    return new PairLine(
        ((Timestamp) row[1]).toInstant(),
        (String) row[2],
        (String) row[3],
        (String) row[4],
        (UUID) row[5]);
  }
}
