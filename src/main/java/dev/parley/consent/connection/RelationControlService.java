package dev.parley.consent.connection;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.consent.connection.ConnectionEvent.ConnectionDeleted;
import dev.parley.consent.person.UserLookup;
import dev.parley.identity.account.Profile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/**
 * What administrators do between two people, with a reason that stands in the ledger. They may
 * spare people a request, yet never overrule a block.
 */
@ApplicationScoped
@Transactional
public class RelationControlService {
  @Inject private ConnectionRepository relations;
  @Inject private RelationListService list;
  @Inject private DeletedConnections deleted;
  @Inject private PairLocks locks;
  @Inject private Transitions transitions;
  @Inject private Ledger ledger;
  @Inject private UserLookup names;
  @Inject private Event<ConnectionDeleted> connectionDeleted;

  /**
   * Connects two people; a pending request of theirs is approved.
   *
   * @throws DomainException {@code already_connected}, {@code blocked}, {@code unknown_user}
   */
  public RelationRecord connect(UUID actor, String sender, String receiver, String reason) {
    Profile one = names.enabled(sender);
    Profile other = names.enabled(receiver);
    if (one.id().equals(other.id())) {
      throw new DomainException(ConnectionCode.CANNOT_CONNECT_TO_YOURSELF);
    }
    locks.sender(one.id());
    boolean enabled = locks.pair(one.id(), other.id()).enabled();
    Optional<UserConnection> live = relations.lockedLive(one.id(), other.id());
    if (!enabled) {
      throw conflict(live, ConnectionCode.NOT_BOTH_ENABLED);
    }
    if (live.isPresent() && !live.get().isPending()) {
      throw conflict(live.get(), ConnectionCode.ALREADY_CONNECTED);
    }
    if (isBlockBetween(one.id(), other.id())) {
      throw conflict(live, ConnectionCode.BLOCKED);
    }
    UserConnection connection =
        live.orElseGet(() -> transitions.introduce(one.id(), other.id(), actor, reason));
    return record(transitions.approveByAdministrator(connection, actor, reason));
  }

  /**
   * Approves a pending request for its receiver.
   *
   * @throws DomainException {@code request_not_pending}, {@code blocked}, {@code not_both_enabled}
   */
  public RelationRecord approve(UUID actor, UUID id, String reason) {
    UserConnection found = relations.find(id).orElseThrow(RelationControlService::unknown);
    boolean enabled = locks.pair(found.sender(), found.receiver()).enabled();
    UserConnection connection = relations.locked(id);
    if (!enabled) {
      throw conflict(connection, ConnectionCode.NOT_BOTH_ENABLED);
    }
    if (!connection.isPending()) {
      throw conflict(connection, ConnectionCode.REQUEST_NOT_PENDING);
    }
    if (isBlockBetween(connection.sender(), connection.receiver())) {
      throw conflict(connection, ConnectionCode.BLOCKED);
    }
    return record(transitions.approveByAdministrator(connection, actor, reason));
  }

  /**
   * Ends a mutual connection.
   *
   * @throws DomainException {@code not_connected}
   */
  public RelationRecord remove(UUID actor, UUID id, String reason) {
    UserConnection connection = locked(id);
    if (connection.status() != ConnectionStatus.APPROVED) {
      throw conflict(connection, ConnectionCode.NOT_CONNECTED);
    }
    transitions.end(connection, ConnectionStatus.REMOVED, Change.REMOVED, actor, reason);
    return record(connection);
  }

  /** Deletes a record; what lives ends by it, and the ledger stays. */
  public RelationRecord delete(UUID actor, UUID id, String reason) {
    UserConnection connection = locked(id);
    RelationRecord gone = record(connection);
    if (connection.status() == ConnectionStatus.APPROVED) {
      transitions.end(connection, ConnectionStatus.REMOVED, Change.REMOVED, actor, reason);
    } else if (connection.isPending()) {
      transitions.end(connection, ConnectionStatus.EXPIRED, Change.EXPIRED, actor, reason);
    }
    ledger.write(connection, actor, Change.DELETED, null, reason);
    deleted.take(connection);
    connectionDeleted.fire(new ConnectionDeleted(id));
    return gone;
  }

  private UserConnection locked(UUID id) {
    UserConnection found = relations.find(id).orElseThrow(RelationControlService::unknown);
    locks.pair(found.sender(), found.receiver());
    return relations.locked(id);
  }

  private boolean isBlockBetween(UUID one, UUID other) {
    return relations.blocks(one, other) || relations.blocks(other, one);
  }

  /** With what is between the two now, if anything. */
  private DomainException conflict(Optional<UserConnection> live, ConnectionCode code) {
    return live.map(connection -> conflict(connection, code))
        .orElseGet(() -> new DomainException(code));
  }

  private DomainException conflict(UserConnection connection, ConnectionCode code) {
    return new DomainException(code).with("current", record(connection));
  }

  private RelationRecord record(UserConnection connection) {
    relations.flush();
    return list.one(connection.id()).orElseThrow(RelationControlService::unknown);
  }

  private static DomainException unknown() {
    return new DomainException(CommonCode.NOT_FOUND);
  }
}
