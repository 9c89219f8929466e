package dev.parley.connection;

import dev.parley.caller.Paging;
import dev.parley.connection.ConnectionResource.ConnectionPage;
import dev.parley.connection.ConnectionResource.LedgerPage;
import dev.parley.problem.CommonCode;
import dev.parley.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Pages through a user's relations and their ledger. */
@ApplicationScoped
class ConnectionLists {
  @Inject private PeopleService people;
  @Inject private Ledger ledger;
  @Inject private ConnectionService connections;

  ConnectionPage page(UUID viewer, String status, String direction, Paging paging) {
    List<UUID> ids =
        people.connectionIds(
            viewer, status, direction, paging.after(UUID::fromString), paging.limit() + 1);
    Map<UUID, Integer> places = new HashMap<>();
    ids.forEach(id -> places.put(id, places.size()));
    List<ConnectionView> found =
        connections.seenBy(viewer, ids).stream()
            .sorted(Comparator.comparing(view -> places.get(view.id())))
            .toList();
    return new ConnectionPage(paging.page(found), paging.next(found, ConnectionView::id));
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
