package dev.parley.connection;

import dev.parley.account.Profile;
import dev.parley.caller.DisplayText;
import dev.parley.problem.CommonCode;
import dev.parley.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Carries out the acts of the connection state machine, one transaction each. */
@ApplicationScoped
@Transactional
public class ConnectionService {
  @Inject private Relations relations;
  @Inject private Locks locks;
  @Inject private RequestRules rules;
  @Inject private Transitions transitions;
  @Inject private Names names;
  @Inject private PairViews pairs;

  @Inject
  @ConfigProperty(name = "parley.limits.note-length")
  private int noteLength;

  /** The relation that a request came to, and whether the request made it. */
  public record SendOutcome(ConnectionView connection, boolean created) {}

  /**
   * Asks for a connection. A request that stands already comes back; a crossing one connects both.
   * A disabled account is asked nothing new.
   *
   * @throws DomainException see {@link ConnectionCode}
   */
  public SendOutcome send(UUID actor, String receiver, String note) {
    String text = DisplayText.optionalLines(note, noteLength, "note");
    Profile to = names.person(actor, receiver);
    if (!to.enabled()) {
      return new SendOutcome(standing(actor, to.id()), false);
    }
    Optional<UserConnection> live = begin(actor, to.id());
    if (live.isPresent()) {
      return new SendOutcome(pairs.tell(actor, cross(actor, live.get())), false);
    }
    rules.requireMayRequest(actor, to);
    return new SendOutcome(pairs.tell(actor, transitions.request(actor, to.id(), text)), true);
  }

  private ConnectionView standing(UUID actor, UUID receiver) {
    return relations
        .live(actor, receiver)
        .flatMap(relations::find)
        .filter(live -> !live.isPending() || live.sender().equals(actor))
        .map(live -> view(actor, live))
        .orElseThrow(() -> new DomainException(ConnectionCode.ACCOUNT_SWITCHED_OFF));
  }

  /**
   * The live relation that a request meets, under the pair's lock; refuses a request to oneself, to
   * somebody one blocks, and to or from an account that has just gone.
   */
  Optional<UserConnection> begin(UUID actor, UUID receiver) {
    if (actor.equals(receiver)) {
      throw new DomainException(ConnectionCode.CANNOT_CONNECT_TO_YOURSELF);
    }
    locks.sender(actor);
    if (!locks.pair(actor, receiver).enabled()) {
      throw new DomainException(ConnectionCode.UNKNOWN_USER);
    }
    Optional<UserConnection> live = relations.lockedLive(actor, receiver);
    requireNotBlocking(actor, receiver, live);
    return live;
  }

  private void requireNotBlocking(UUID actor, UUID other, Optional<UserConnection> between) {
    if (relations.blocks(actor, other)) {
      DomainException refusal = new DomainException(ConnectionCode.BLOCKED_BY_YOU);
      between.ifPresent(connection -> refusal.with("current", view(actor, connection)));
      throw refusal;
    }
  }

  /** A request that meets one of the other side connects both; what stands already stays. */
  UserConnection cross(UUID actor, UserConnection live) {
    return live.isPending() && live.receiver().equals(actor)
        ? transitions.approve(live, actor)
        : live;
  }

  /** Accepts a request. */
  public ConnectionView accept(UUID actor, UUID id) {
    Locked found = lockedOf(actor, id);
    UserConnection connection = found.connection();
    requireReceiver(actor, connection);
    if (connection.status() != Status.APPROVED) {
      requirePending(actor, connection);
      if (!found.accounts().enabled()) {
        throw conflict(actor, connection, ConnectionCode.ACCOUNT_SWITCHED_OFF);
      }
      requireNotBlocking(actor, connection.sender(), Optional.of(connection));
      transitions.approve(connection, actor);
    }
    return pairs.tell(actor, connection);
  }

  /** Rejects a request; its sender is told. */
  public ConnectionView reject(UUID actor, UUID id) {
    return end(actor, received(actor, id), Status.REJECTED, Change.REJECTED);
  }

  /** Takes one's own pending request back. */
  public ConnectionView withdraw(UUID actor, UUID id) {
    UserConnection connection = theirs(actor, id);
    if (!connection.sender().equals(actor)) {
      throw new DomainException(ConnectionCode.NOT_THE_SENDER);
    }
    return end(actor, connection, Status.WITHDRAWN, Change.WITHDRAWN);
  }

  private ConnectionView end(UUID actor, UserConnection connection, Status status, Change change) {
    if (connection.status() != status) {
      requirePending(actor, connection);
      transitions.end(connection, status, change, actor);
    }
    return pairs.tell(actor, connection);
  }

  /** Puts a request aside; its sender sees no difference. */
  public ConnectionView ignore(UUID actor, UUID id) {
    UserConnection connection = received(actor, id);
    requirePending(actor, connection);
    if (!connection.isQuiet()) {
      transitions.quieten(connection);
    }
    return pairs.tell(actor, connection);
  }

  /** Ends a mutual connection; again is the same. */
  public ConnectionView remove(UUID actor, UUID id) {
    UserConnection connection = theirs(actor, id);
    switch (connection.status()) {
      case APPROVED -> transitions.end(connection, Status.REMOVED, Change.REMOVED, actor);
      case PENDING -> throw conflict(actor, connection, ConnectionCode.REQUEST_PENDING);
      case REMOVED -> {}
      default -> throw conflict(actor, connection, ConnectionCode.NOT_CONNECTED);
    }
    return pairs.tell(actor, connection);
  }

  /** Ends a pending request whose time has come. */
  void expire(UUID id) {
    relations
        .find(id)
        .map(this::locked)
        .map(Locked::connection)
        .filter(UserConnection::isPending)
        .ifPresent(due -> transitions.end(due, Status.EXPIRED, Change.EXPIRED, null));
  }

  private UserConnection received(UUID actor, UUID id) {
    UserConnection connection = theirs(actor, id);
    requireReceiver(actor, connection);
    return connection;
  }

  private static void requireReceiver(UUID actor, UserConnection connection) {
    if (!connection.receiver().equals(actor)) {
      throw new DomainException(ConnectionCode.NOT_THE_RECEIVER);
    }
  }

  private UserConnection theirs(UUID actor, UUID id) {
    return lockedOf(actor, id).connection();
  }

  private Locked lockedOf(UUID actor, UUID id) {
    return relations
        .find(id)
        .filter(connection -> connection.involves(actor))
        .map(this::locked)
        .orElseThrow(() -> new DomainException(CommonCode.NOT_FOUND));
  }

  /** A relation that nobody else changes, and how its two accounts stand. */
  private record Locked(UserConnection connection, Locks.Accounts accounts) {}

  private Locked locked(UserConnection found) {
    Locks.Accounts accounts = locks.pair(found.sender(), found.receiver());
    return new Locked(relations.locked(found.id()), accounts);
  }

  private void requirePending(UUID actor, UserConnection connection) {
    if (!connection.isPending()) {
      throw conflict(actor, connection, ConnectionCode.REQUEST_NOT_PENDING);
    }
  }

  private DomainException conflict(UUID actor, UserConnection connection, ConnectionCode code) {
    return new DomainException(code).with("current", view(actor, connection));
  }

  private ConnectionView view(UUID viewer, UserConnection connection) {
    return relations.seenBy(viewer, List.of(connection)).get(0);
  }
}
