package dev.parley.connection;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.parley.account.Profile;
import dev.parley.account.Profiles;
import dev.parley.caller.Input;
import dev.parley.journal.Journal;
import dev.parley.problem.CommonCode;
import dev.parley.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Carries out the connection state machine, one transaction an act. */
@ApplicationScoped
@Transactional
public class ConnectionService {
  @Inject private Relations relations;
  @Inject private RequestRules rules;
  @Inject private Ledger ledger;
  @Inject private Journal journal;
  @Inject private Profiles profiles;
  @Inject private Clock clock;
  @Inject private Event<ConnectionRequested> requested;
  @Inject private Event<ConnectionApproved> approved;
  @Inject private Event<ConnectionEnded> ended;

  @Inject
  @ConfigProperty(name = "parley.limits.request-expiry")
  private Duration expiry;

  @Inject
  @ConfigProperty(name = "parley.limits.note-length")
  private int noteLength;

  /** The relation that a request came to, and whether the request made it. */
  public record SendOutcome(ConnectionView connection, boolean created) {}

  /**
   * Asks for a connection. A request that stands already comes back; a crossing one connects both.
   *
   * @throws DomainException see {@link ConnectionCode}
   */
  public SendOutcome send(UUID actor, String receiver, String note) {
    String text = Input.text(note, noteLength, "note");
    Profile to = person(receiver);
    return request(actor, to, text, false);
  }

  /**
   * Asks by a link that the receiver gave away, so the receiver's settings and the caps do not
   * stand in the way.
   */
  SendOutcome sendInvited(UUID actor, Profile receiver) {
    return request(actor, receiver, "", true);
  }

  private SendOutcome request(UUID actor, Profile receiver, String note, boolean invited) {
    if (actor.equals(receiver.id())) {
      throw new DomainException(ConnectionCode.CANNOT_CONNECT_TO_YOURSELF);
    }
    relations.lockSender(actor);
    relations.lockPair(actor, receiver.id());
    rules.requireNotBlocking(actor, receiver.id());
    Optional<UserConnection> live = relations.live(actor, receiver.id());
    if (live.isPresent()) {
      return new SendOutcome(standing(actor, live.get()), false);
    }
    if (!invited) {
      rules.requireMayRequest(actor, receiver);
    }
    return new SendOutcome(create(actor, receiver.id(), note), true);
  }

  private ConnectionView standing(UUID actor, UserConnection live) {
    return live.isPending() && live.receiver().equals(actor)
        ? approve(actor, live)
        : view(actor, live);
  }

  private ConnectionView create(UUID sender, UUID receiver, String note) {
    Instant now = clock.instant();
    boolean quiet = relations.blocks(receiver, sender);
    Instant end = expiry.isZero() ? null : now.plus(expiry);
    UserConnection connection =
        new UserConnection(
            UuidCreator.getTimeOrderedEpoch(), sender, receiver, note, now, end, quiet);
    relations.add(connection);
    ledger.write(connection, sender, Change.REQUESTED);
    journal.append(sender, Change.REQUESTED.event(), connection.id());
    if (!quiet) {
      journal.append(receiver, Change.REQUESTED.event(), connection.id());
    }
    requested.fire(new ConnectionRequested(connection.id(), sender, receiver, quiet));
    return view(sender, connection);
  }

  /** Accepts a request. */
  public ConnectionView accept(UUID actor, UUID id) {
    UserConnection connection = received(actor, id);
    if (connection.status() == Status.APPROVED) {
      return view(actor, connection);
    }
    requirePending(actor, connection);
    rules.requireNotBlocking(actor, connection.sender());
    return approve(actor, connection);
  }

  /** Connects two people whose pending relation is locked. */
  ConnectionView approve(UUID actor, UserConnection connection) {
    connection.become(Status.APPROVED, clock.instant());
    record(connection, actor, Change.APPROVED);
    approved.fire(
        new ConnectionApproved(connection.id(), connection.sender(), connection.receiver(), actor));
    return view(actor, connection);
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
      finish(connection, actor, status, change);
    }
    return view(actor, connection);
  }

  /** Puts a request aside; its sender sees no difference. */
  public ConnectionView ignore(UUID actor, UUID id) {
    UserConnection connection = received(actor, id);
    requirePending(actor, connection);
    if (!connection.isQuiet()) {
      quieten(connection);
    }
    return view(actor, connection);
  }

  /** Makes a locked pending request quiet to its receiver. */
  void quieten(UserConnection connection) {
    connection.quieten(clock.instant());
    relations.flush();
    ledger.write(connection, connection.receiver(), Change.IGNORED, connection.receiver());
    journal.append(connection.receiver(), Change.IGNORED.event(), connection.id());
    ended.fire(
        new ConnectionEnded(
            connection.id(), connection.sender(), connection.receiver(), Change.IGNORED));
  }

  /** Ends a mutual connection; again is the same. */
  public ConnectionView remove(UUID actor, UUID id) {
    UserConnection connection = theirs(actor, id);
    switch (connection.status()) {
      case APPROVED -> finish(connection, actor, Status.REMOVED, Change.REMOVED);
      case PENDING -> throw conflict(actor, connection, ConnectionCode.REQUEST_PENDING);
      case REMOVED -> {}
      default -> throw conflict(actor, connection, ConnectionCode.NOT_CONNECTED);
    }
    return view(actor, connection);
  }

  /** Ends a mutual connection with somebody by name. */
  public ConnectionView removeWith(UUID actor, String username) {
    UUID other = personId(username);
    UUID newest =
        relations
            .live(actor, other)
            .or(() -> relations.newest(actor, other))
            .or(() -> relations.newest(other, actor))
            .map(UserConnection::id)
            .orElseThrow(() -> new DomainException(ConnectionCode.NOT_CONNECTED));
    return remove(actor, newest);
  }

  /** Ends a locked live relation for both sides. */
  void finish(UserConnection connection, UUID actor, Status status, Change change) {
    connection.become(status, clock.instant());
    record(connection, actor, change);
    ended.fire(
        new ConnectionEnded(connection.id(), connection.sender(), connection.receiver(), change));
  }

  private void record(UserConnection connection, UUID actor, Change change) {
    relations.flush();
    ledger.write(connection, actor, change);
    journal.append(connection.sender(), change.event(), connection.id());
    journal.append(connection.receiver(), change.event(), connection.id());
  }

  /** Ends a pending request whose time has come. */
  void expire(UUID id) {
    relations.find(id).ifPresent(found -> relations.lockPair(found.sender(), found.receiver()));
    UserConnection connection = relations.locked(id);
    if (connection.isPending()) {
      finish(connection, null, Status.EXPIRED, Change.EXPIRED);
    }
  }

  /**
   * The newest request from one person to another, for acts that name a person and not a request.
   */
  public UUID requestBetween(UUID sender, UUID receiver) {
    return relations
        .newest(sender, receiver)
        .map(UserConnection::id)
        .orElseThrow(() -> new DomainException(ConnectionCode.NO_REQUEST));
  }

  /** The live relation of two people, if there is one. */
  public Optional<ConnectionView> between(UUID viewer, UUID other) {
    return relations.live(viewer, other).map(connection -> view(viewer, connection));
  }

  /** These relations as the viewer sees them; those that are not theirs are left out. */
  public List<ConnectionView> seenBy(UUID viewer, List<UUID> ids) {
    return relations.seenBy(viewer, relations.byIds(ids));
  }

  /** The id of somebody by name. */
  public UUID personId(String username) {
    return person(username).id();
  }

  Profile person(String username) {
    return profiles
        .byUsername(Input.required(username, "username"))
        .orElseThrow(() -> new DomainException(ConnectionCode.UNKNOWN_USER));
  }

  private UserConnection received(UUID actor, UUID id) {
    UserConnection connection = theirs(actor, id);
    if (!connection.receiver().equals(actor)) {
      throw new DomainException(ConnectionCode.NOT_THE_RECEIVER);
    }
    return connection;
  }

  private UserConnection theirs(UUID actor, UUID id) {
    UserConnection found =
        relations
            .find(id)
            .filter(connection -> connection.involves(actor))
            .orElseThrow(() -> new DomainException(CommonCode.NOT_FOUND));
    relations.lockPair(found.sender(), found.receiver());
    return relations.locked(id);
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
