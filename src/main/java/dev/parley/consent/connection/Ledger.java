package dev.parley.consent.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The append-only account of every change of a relation: who, what, why, and who may know of it.
 */
@ApplicationScoped
class Ledger {
  static final String LINES =
      "select l.id, l.at, u.username, l.change, l.reason from connection_ledger l"
          + " left join users u on u.id = l.actor_id"
          + " where l.connection_id = ?1 and (l.known_to is null or l.known_to = ?2) and l.id > ?3"
          + " order by l.id limit ?4";

  @PersistenceContext private EntityManager database;
  @Inject private Clock clock;

  /** One change as a side of the relation may read it; the system's own changes have no actor. */
  public record LedgerLine(Instant at, String actor, String change, String reason) {}

  /** Writes a change both sides may know. */
  void write(UserConnection connection, UUID actor, Change change) {
    write(connection, actor, change, null);
  }

  /** Writes a change that only {@code knownTo} may know. */
  void write(UserConnection connection, UUID actor, Change change, UUID knownTo) {
    write(connection, actor, change, knownTo, "");
  }

  /** The same with the reason of an administrator. */
  void write(UserConnection connection, UUID actor, Change change, UUID knownTo, String reason) {
    database
        .createNativeQuery(
            "insert into connection_ledger (at, connection_id, sender_id, receiver_id, actor_id, change, known_to, reason)"
                + " values (?, ?, ?, ?, cast(? as uuid), ?, cast(? as uuid), ?)")
        .setParameter(1, Timestamp.from(clock.instant()))
        .setParameter(2, connection.id())
        .setParameter(3, connection.sender())
        .setParameter(4, connection.receiver())
        .setParameter(5, actor == null ? null : actor.toString())
        .setParameter(6, change.word())
        .setParameter(7, knownTo == null ? null : knownTo.toString())
        .setParameter(8, reason)
        .executeUpdate();
  }

  /** What the viewer may know of a relation, oldest first, after a line of the ledger. */
  List<Object[]> lines(UUID connection, UUID viewer, long after, int limit) {
    List<?> rows =
        database
            .createNativeQuery(LINES)
            .setParameter(1, connection)
            .setParameter(2, viewer)
            .setParameter(3, after)
            .setParameter(4, limit)
            .getResultList();
    return rows.stream().map(Object[].class::cast).toList();
  }
}
