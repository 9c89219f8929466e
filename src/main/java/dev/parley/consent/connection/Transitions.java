package dev.parley.consent.connection;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.parley.base.config.RunTimeSettings;
import dev.parley.base.journal.Journal;
import dev.parley.consent.connection.ConnectionEvent.ConnectionApproved;
import dev.parley.consent.connection.ConnectionEvent.ConnectionEnded;
import dev.parley.consent.connection.ConnectionEvent.ConnectionEnding;
import dev.parley.consent.connection.ConnectionEvent.ConnectionRequested;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The arrows of the state machine: each changes a relation whose pair is locked, writes the ledger
 * and the journals of both sides, and fires the fact.
 */
@ApplicationScoped
class Transitions {
  @Inject private ConnectionRepository relations;
  @Inject private Ledger ledger;
  @Inject private Journal journal;
  @Inject private Clock clock;
  @Inject private Event<ConnectionRequested> requested;
  @Inject private Event<ConnectionApproved> approved;
  @Inject private Event<ConnectionEnding> ending;
  @Inject private Event<ConnectionEnded> ended;

  @Inject private RunTimeSettings settings;
  private Duration expiry;

  @PostConstruct
  void readSettings() {
    expiry = settings.duration("parley.limits.request-expiry");
  }

  /** A new request; the receiver hears nothing of it when they block its sender. */
  UserConnection request(UUID sender, UUID receiver, String note) {
    boolean quiet = relations.blocks(receiver, sender);
    UserConnection connection = create(sender, receiver, note, quiet);
    ledger.write(connection, sender, Change.REQUESTED);
    journal.append(sender, Change.REQUESTED.event(), connection.id());
    Change heard = quiet ? Change.IGNORED : Change.REQUESTED;
    journal.append(receiver, heard.event(), connection.id());
    requested.fire(new ConnectionRequested(connection.id(), sender, receiver, quiet));
    return connection;
  }

  /** A request that its receiver has accepted beforehand: both hear of the connection only. */
  UserConnection connect(UUID sender, UUID receiver) {
    UserConnection connection = create(sender, receiver, "", false);
    ledger.write(connection, sender, Change.REQUESTED);
    return approve(connection, sender);
  }

  /** What an administrator begins between two people, for it to be approved at once. */
  UserConnection introduce(UUID sender, UUID receiver, UUID administrator, String reason) {
    UserConnection connection = create(sender, receiver, "", false);
    ledger.write(connection, administrator, Change.REQUESTED, null, reason);
    return connection;
  }

  private UserConnection create(UUID sender, UUID receiver, String note, boolean quiet) {
    Instant now = clock.instant();
    Instant end = expiry.isZero() ? null : now.plus(expiry);
    UUID id = UuidCreator.getTimeOrderedEpoch();
    UserConnection connection = new UserConnection(id, sender, receiver, note, now, end, quiet);
    relations.add(connection);
    return connection;
  }

  /** Two people are connected by the act of one of them. */
  UserConnection approve(UserConnection connection, UUID approver) {
    become(connection, ConnectionStatus.APPROVED, Change.APPROVED, approver, "");
    return approved(connection, approver);
  }

  /** Two people are connected by an administrator. */
  UserConnection approveByAdministrator(
      UserConnection connection, UUID administrator, String reason) {
    become(connection, ConnectionStatus.APPROVED, Change.APPROVED, administrator, reason);
    return approved(connection, null);
  }

  private UserConnection approved(UserConnection connection, UUID approver) {
    approved.fire(
        new ConnectionApproved(
            connection.id(), connection.sender(), connection.receiver(), approver));
    return connection;
  }

  /** A live relation is over; without an actor it is the system's act. */
  void end(UserConnection connection, ConnectionStatus status, Change change, UUID actor) {
    end(connection, status, change, actor, "");
  }

  /** The same for a reason that the ledger keeps. */
  void end(
      UserConnection connection,
      ConnectionStatus status,
      Change change,
      UUID actor,
      String reason) {
    if (status == ConnectionStatus.REMOVED) {
      ending.fire(new ConnectionEnding(connection.sender(), connection.receiver()));
    }
    become(connection, status, change, actor, reason);
    ended.fire(
        new ConnectionEnded(connection.id(), connection.sender(), connection.receiver(), change));
  }

  private void become(
      UserConnection connection,
      ConnectionStatus status,
      Change change,
      UUID actor,
      String reason) {
    connection.become(status, clock.instant());
    relations.flush();
    ledger.write(connection, actor, change, null, reason);
    journal.append(connection.sender(), change.event(), connection.id());
    journal.append(connection.receiver(), change.event(), connection.id());
  }

  /** A pending request goes quiet: its receiver alone sees a change. */
  void quieten(UserConnection connection) {
    UUID receiver = connection.receiver();
    connection.quieten(clock.instant());
    relations.flush();
    ledger.write(connection, receiver, Change.IGNORED, receiver);
    journal.append(receiver, Change.IGNORED.event(), connection.id());
    ended.fire(new ConnectionEnded(connection.id(), connection.sender(), receiver, Change.IGNORED));
  }
}
