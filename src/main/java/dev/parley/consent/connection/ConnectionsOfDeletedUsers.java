package dev.parley.consent.connection;

import dev.parley.base.journal.Journal;
import dev.parley.identity.account.AccountEvent.UserDeleting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** What becomes of somebody's relations, blocks and links when their account is deleted. */
@ApplicationScoped
class ConnectionsOfDeletedUsers {
  private static final String FORGET_BLOCKERS =
      "delete from block where blocked_id = ?1 returning blocker_id";

  @PersistenceContext private EntityManager database;
  @Inject private ConnectionRepository relations;
  @Inject private Transitions transitions;
  @Inject private Journal journal;

  void deleting(@Observes UserDeleting deleting) {
    UUID leaving = deleting.user();
    relations.liveOf(leaving).stream()
        .sorted(Comparator.comparing(connection -> connection.otherThan(leaving).toString()))
        .forEach(connection -> end(leaving, connection));
    change("update user_connection set note = '' where sender_id = ?1 and note <> ''", leaving);
    forgetBlocks(leaving);
    change("delete from connection_link where owner_id = ?1", leaving);
    change("delete from connection_link_use where user_id = ?1", leaving);
  }

  // Their row is locked, of which everybody who changes what is between two people holds a share.
  private void end(UUID leaving, UserConnection found) {
    UserConnection connection = relations.locked(found.id());
    if (connection.status() == ConnectionStatus.APPROVED) {
      transitions.end(connection, ConnectionStatus.REMOVED, Change.REMOVED, leaving);
    } else if (connection.isPending() && connection.sender().equals(leaving)) {
      transitions.end(connection, ConnectionStatus.WITHDRAWN, Change.WITHDRAWN, leaving);
    } else if (connection.isPending()) {
      transitions.end(connection, ConnectionStatus.EXPIRED, Change.EXPIRED, null);
    }
  }

  private void forgetBlocks(UUID leaving) {
    change("delete from block where blocker_id = ?1", leaving);
    List<?> blockers =
        database.createNativeQuery(FORGET_BLOCKERS).setParameter(1, leaving).getResultList();
    blockers.forEach(blocker -> journal.append((UUID) blocker, "block.removed", leaving));
  }

  private void change(String sql, UUID user) {
    database.createNativeQuery(sql).setParameter(1, user).executeUpdate();
  }
}
