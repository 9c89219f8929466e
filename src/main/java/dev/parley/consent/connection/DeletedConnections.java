package dev.parley.consent.connection;

import dev.parley.consent.person.PersonView;
import dev.parley.consent.person.PersonViews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Records that administrators have deleted: of what is left, only how they ended is shown, to
 * devices that replay it.
 */
@ApplicationScoped
class DeletedConnections {
  static final String THEIRS =
      "select id, sender_id, receiver_id, status, created_at, deleted_at, version from deleted_connection"
          + " where id = any (cast(string_to_array(?1, ',') as uuid[])) and ?2 in (sender_id, receiver_id)";

  @PersistenceContext private EntityManager database;
  @Inject private PersonViews persons;
  @Inject private Clock clock;

  /** Takes a record that has ended out of all lists. */
  void take(UserConnection connection) {
    database
        .createNativeQuery(
            "insert into deleted_connection (id, sender_id, receiver_id, status, created_at, deleted_at, version)"
                + " select id, sender_id, receiver_id, status, created_at, ?1, greatest(version, receiver_version) + 1"
                + " from user_connection where id = ?2")
        .setParameter(1, Timestamp.from(clock.instant()))
        .setParameter(2, connection.id())
        .executeUpdate();
    database.remove(connection);
    database.flush();
  }

  /** How these ended, as one of their two people sees it; others are left out. */
  Map<UUID, Object> seenBy(UUID viewer, Collection<UUID> ids) {
    List<?> rows =
        ids.isEmpty()
            ? List.of()
            : database
                .createNativeQuery(THEIRS)
                .setParameter(1, String.join(",", ids.stream().map(UUID::toString).toList()))
                .setParameter(2, viewer)
                .getResultList();
    Set<UUID> people = new LinkedHashSet<>();
    rows.forEach(
        row -> people.addAll(List.of((UUID) ((Object[]) row)[1], (UUID) ((Object[]) row)[2])));
    Map<UUID, PersonView> seen = persons.seenBy(viewer, people);
    Map<UUID, Object> shown = new HashMap<>();
    rows.forEach(row -> shown.put((UUID) ((Object[]) row)[0], view((Object[]) row, seen)));
    return shown;
  }

  private static ConnectionView view(Object[] row, Map<UUID, PersonView> people) {
    Instant deleted = ((Timestamp) row[5]).toInstant();
    return new ConnectionView(
        (UUID) row[0],
        people.get((UUID) row[1]),
        people.get((UUID) row[2]),
        (String) row[3],
        "",
        ((Timestamp) row[4]).toInstant(),
        deleted,
        null,
        ((Number) row[6]).longValue());
  }
}
