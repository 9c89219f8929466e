package dev.parley.consent.connection;

import dev.parley.base.journal.Journal;
import dev.parley.base.problem.DomainException;
import dev.parley.consent.connection.ConnectionEvent.Blocked;
import dev.parley.consent.person.PersonCode;
import dev.parley.consent.person.PersonView;
import dev.parley.consent.person.PersonViews;
import dev.parley.consent.person.UserLookup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Blocking: one-directional, silent, and stronger than everything else between two people. */
@ApplicationScoped
@Transactional
public class BlockService {
  private static final String ADD =
      "insert into block (blocker_id, blocked_id, created_at) values (?, ?, ?) on conflict do nothing";

  @PersistenceContext private EntityManager database;
  @Inject private ConnectionRepository relations;
  @Inject private PairLocks locks;
  @Inject private Transitions transitions;
  @Inject private UserLookup names;
  @Inject private PersonViews persons;
  @Inject private Ledger ledger;
  @Inject private Journal journal;
  @Inject private Event<Blocked> blocked;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "parley.limits.blocks")
  private int most;

  /**
   * Blocks somebody; a connection ends, one's own request is withdrawn, theirs goes quiet.
   *
   * @return the relation that the block met, as it is now
   */
  public Optional<ConnectionView> block(UUID actor, String username) {
    UUID other = names.person(actor, username).id();
    if (actor.equals(other)) {
      throw new DomainException(ConnectionCode.CANNOT_CONNECT_TO_YOURSELF);
    }
    if (!locks.pair(actor, other).kept()) {
      throw new DomainException(PersonCode.UNKNOWN_USER);
    }
    Optional<UserConnection> live = relations.lockedLive(actor, other);
    if (add(actor, other)) {
      requireRoom(actor);
      live.ifPresent(connection -> endFor(actor, connection));
      journal.append(actor, "block.added", other);
      blocked.fire(new Blocked(actor, other));
    }
    return live.map(connection -> relations.seenBy(actor, List.of(connection)).get(0));
  }

  private void requireRoom(UUID actor) {
    if (most > 0
        && !database
            .createNativeQuery("select 1 from block where blocker_id = ?1 offset ?2 limit 1")
            .setParameter(1, actor)
            .setParameter(2, most)
            .getResultList()
            .isEmpty()) {
      throw new DomainException(ConnectionCode.TOO_MANY_BLOCKS);
    }
  }

  private boolean add(UUID actor, UUID other) {
    return database
            .createNativeQuery(ADD)
            .setParameter(1, actor)
            .setParameter(2, other)
            .setParameter(3, Timestamp.from(clock.instant()))
            .executeUpdate()
        > 0;
  }

  private void endFor(UUID actor, UserConnection connection) {
    if (!connection.isPending()) {
      transitions.end(connection, ConnectionStatus.REMOVED, Change.REMOVED, actor);
    } else if (connection.sender().equals(actor)) {
      transitions.end(connection, ConnectionStatus.WITHDRAWN, Change.WITHDRAWN, actor);
    } else if (!connection.isQuiet()) {
      transitions.quieten(connection);
    }
    ledger.write(connection, actor, Change.BLOCKED, actor);
  }

  /** Lifts a block; nothing comes back by it. */
  public void unblock(UUID actor, String username) {
    UUID other = names.idOf(actor, username);
    locks.pair(actor, other);
    int gone =
        database
            .createNativeQuery("delete from block where blocker_id = ? and blocked_id = ?")
            .setParameter(1, actor)
            .setParameter(2, other)
            .executeUpdate();
    if (gone > 0) {
      journal.append(actor, "block.removed", other);
      relations
          .lockedLive(actor, other)
          .ifPresent(connection -> ledger.write(connection, actor, Change.UNBLOCKED, actor));
    }
  }

  /**
   * The ids of those somebody blocks, in the order of ids, one more than asked for when there are
   * more.
   */
  public List<UUID> blockedBy(UUID actor, UUID after, int limit) {
    Query query =
        database
            .createNativeQuery(blocked(after != null))
            .setParameter(1, actor)
            .setParameter(2, limit + 1);
    if (after != null) {
      query.setParameter(3, after);
    }
    List<?> rows = query.getResultList();
    return rows.stream().map(UUID.class::cast).toList();
  }

  /** Whether one blocks the other. */
  public boolean isBlocked(UUID by, UUID other) {
    return relations.blocks(by, other);
  }

  /** These people as their blocker sees them, in this order. */
  public List<PersonView> seenBy(UUID actor, List<UUID> blocked) {
    return List.copyOf(persons.seenBy(actor, blocked).values());
  }

  static String blocked(boolean further) {
    return "select blocked_id from block where blocker_id = ?1"
        + (further ? " and blocked_id > ?3" : "")
        + " order by blocked_id limit ?2";
  }
}
