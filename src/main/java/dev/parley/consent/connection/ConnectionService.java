package dev.parley.consent.connection;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.request.DisplayText;
import dev.parley.consent.person.PersonCode;
import dev.parley.consent.person.UserLookup;
import dev.parley.identity.account.Profile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Carries out the acts of the connection state machine, one transaction each. */
@ApplicationScoped
@Transactional
public class ConnectionService {
  @Inject private ConnectionRepository relations;
  @Inject private PairLocks locks;
  @Inject private RequestRules rules;
  @Inject private Transitions transitions;
  @Inject private UserLookup names;
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
      return new SendOutcome(existing(actor, to.id()), false);
    }
    Optional<UserConnection> live = begin(actor, to.id());
    if (live.isPresent()) {
      return new SendOutcome(pairs.tell(actor, cross(actor, live.get())), false);
    }
    rules.requireMayRequest(actor, to);
    return new SendOutcome(pairs.tell(actor, transitions.request(actor, to.id(), text)), true);
  }

  private ConnectionView existing(UUID actor, UUID receiver) {
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
  private Optional<UserConnection> begin(UUID actor, UUID receiver) {
    if (actor.equals(receiver)) {
      throw new DomainException(ConnectionCode.CANNOT_CONNECT_TO_YOURSELF);
    }
    locks.sender(actor);
    if (!locks.pair(actor, receiver).enabled()) {
      throw new DomainException(PersonCode.UNKNOWN_USER);
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
  private UserConnection cross(UUID actor, UserConnection live) {
    return live.isPending() && live.receiver().equals(actor)
        ? transitions.approve(live, actor)
        : live;
  }

  /**
   * Asks the giver of a permit for a connection, or connects at once where the permit does. It is
   * read under the pair's lock; a user in a relation with the giver uses it only to be connected.
   */
  public ConnectionView meet(UUID actor, UUID giver, Supplier<RequestPermit> locked) {
    Optional<UserConnection> live = begin(actor, giver);
    RequestPermit permit = locked.get();
    if (relations.blocks(giver, actor)) {
      throw permit.refusalToBlocked();
    }
    return pairs.tell(
        actor,
        live.isPresent()
            ? meetAgain(actor, cross(actor, live.get()), permit)
            : meetFirst(actor, giver, permit));
  }

  private UserConnection meetAgain(UUID actor, UserConnection existing, RequestPermit permit) {
    if (!permit.isUsed()) {
      permit.requireGood();
    }
    if (!existing.isPending() || !permit.connectsAtOnce()) {
      return existing;
    }
    permit.requireGood();
    permit.use();
    return transitions.approve(existing, actor);
  }

  private UserConnection meetFirst(UUID actor, UUID giver, RequestPermit permit) {
    permit.requireGood();
    permit.use();
    return permit.connectsAtOnce()
        ? transitions.connect(actor, giver)
        : transitions.request(actor, giver, "");
  }

  /** Accepts a request. */
  public ConnectionView accept(UUID actor, UUID id) {
    Locked found = lockedOf(actor, id);
    UserConnection connection = found.connection();
    requireReceiver(actor, connection);
    if (connection.status() != ConnectionStatus.APPROVED) {
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
    return end(actor, received(actor, id), ConnectionStatus.REJECTED, Change.REJECTED);
  }

  /** Takes one's own pending request back. */
  public ConnectionView withdraw(UUID actor, UUID id) {
    UserConnection connection = theirs(actor, id);
    if (!connection.sender().equals(actor)) {
      throw new DomainException(ConnectionCode.NOT_THE_SENDER);
    }
    return end(actor, connection, ConnectionStatus.WITHDRAWN, Change.WITHDRAWN);
  }

  private ConnectionView end(
      UUID actor, UserConnection connection, ConnectionStatus status, Change change) {
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
      case APPROVED -> transitions.end(connection, ConnectionStatus.REMOVED, Change.REMOVED, actor);
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
        .ifPresent(due -> transitions.end(due, ConnectionStatus.EXPIRED, Change.EXPIRED, null));
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
  private record Locked(UserConnection connection, PairLocks.Accounts accounts) {}

  private Locked locked(UserConnection found) {
    PairLocks.Accounts accounts = locks.pair(found.sender(), found.receiver());
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
