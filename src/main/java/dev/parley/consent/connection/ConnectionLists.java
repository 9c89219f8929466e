package dev.parley.consent.connection;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.request.Paging;
import dev.parley.consent.connection.ConnectionResource.ConnectionPage;
import dev.parley.consent.connection.ConnectionResource.LedgerPage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Pages through a user's relations and their ledger. */
@ApplicationScoped
class ConnectionLists {
  static final String IGNORED = "ignored";
  private static final String FIRST = "ffffffff-ffff-ffff-ffff-ffffffffffff";

  @PersistenceContext private EntityManager database;
  @Inject private Ledger ledger;
  @Inject private ConnectionLookupService connections;

  ConnectionPage page(UUID viewer, String status, String direction, Paging paging) {
    UUID after = paging.after(UUID::fromString);
    List<?> ids =
        database
            .createNativeQuery(statement(status, direction))
            .setParameter(1, viewer)
            .setParameter(2, paging.limit() + 1)
            .setParameter(3, after == null ? FIRST : after.toString())
            .getResultList();
    List<ConnectionView> found =
        connections.seenBy(viewer, ids.stream().map(UUID.class::cast).toList());
    return new ConnectionPage(paging.page(found), paging.next(found, ConnectionView::id));
  }

  /**
   * Reads a page's ids: each side and each status has its own part in the order of an index, so
   * that a page costs the same however many relations somebody has.
   */
  static String statement(String status, String direction) {
    List<String> parts = new ArrayList<>();
    if (!"received".equals(direction) && !IGNORED.equals(status)) {
      statuses(status).forEach(one -> parts.add(part("sender_id", one, "")));
    }
    if (!"sent".equals(direction)) {
      if (IGNORED.equals(status) || status == null) {
        parts.add(part("receiver_id", ConnectionStatus.PENDING, " and quiet"));
      }
      if (!IGNORED.equals(status)) {
        statuses(status).forEach(one -> parts.add(part("receiver_id", one, " and not quiet")));
      }
    }
    return parts.isEmpty()
        ? "select id from user_connection where false and sender_id = ?1 and id < cast(?3 as uuid) limit ?2"
        : "select id from ("
            + String.join(" union all ", parts)
            + ") as found order by id desc limit ?2";
  }

  private static Stream<ConnectionStatus> statuses(String status) {
    return status == null
        ? Stream.of(ConnectionStatus.values())
        : Stream.of(ConnectionStatus.of(status));
  }

  private static String part(String side, ConnectionStatus status, String more) {
    return "(select id from user_connection where %s = ?1 and status = '%s'%s and id < cast(?3 as uuid) order by id desc limit ?2)"
        .formatted(side, status.word(), more);
  }

  ConnectionView one(UUID viewer, UUID id) {
    return connections.seenBy(viewer, List.of(id)).stream()
        .findFirst()
        .orElseThrow(() -> new DomainException(CommonCode.NOT_FOUND));
  }

  LedgerPage ledger(UUID viewer, UUID connection, Paging paging) {
    one(viewer, connection);
    Long after = paging.after(Long::parseLong);
    List<Object[]> rows =
        ledger.lines(connection, viewer, after == null ? 0 : after, paging.limit() + 1);
    return new LedgerPage(
        paging.page(rows).stream().map(ConnectionLists::line).toList(),
        paging.next(rows, row -> row[0]));
  }

  private static Ledger.LedgerLine line(Object[] row) {
    return new Ledger.LedgerLine(
        ((Timestamp) row[1]).toInstant(), (String) row[2], (String) row[3], (String) row[4]);
  }
}
