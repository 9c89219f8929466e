package dev.parley.consent.connection;

import dev.parley.consent.person.PersonView;
import dev.parley.identity.account.Profile;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * The record of a connection request and what became of it: sent, then accepted, rejected,
 * withdrawn or expired; accepted ones may be removed. Its receiver may quieten it, which its sender
 * never sees: the receiver's view has a version of its own.
 */
@Entity
@Table(name = "user_connection")
class UserConnection {
  @Id private UUID id;

  @Column(name = "sender_id")
  private UUID sender;

  @Column(name = "receiver_id")
  private UUID receiver;

  private String status = ConnectionStatus.PENDING.word();
  private String note;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  private long version = 1;
  private boolean quiet;

  @Column(name = "receiver_version")
  private long receiverVersion = 1;

  @Column(name = "receiver_updated_at")
  private Instant receiverUpdatedAt;

  protected UserConnection() {}

  /** A new pending request; quiet when its receiver blocks its sender. */
  UserConnection(
      UUID id,
      UUID sender,
      UUID receiver,
      String note,
      Instant now,
      Instant expiresAt,
      boolean quiet) {
    this.id = id;
    this.sender = sender;
    this.receiver = receiver;
    this.note = note;
    this.createdAt = now;
    this.updatedAt = now;
    this.receiverUpdatedAt = now;
    this.expiresAt = expiresAt;
    this.quiet = quiet;
  }

  UUID id() {
    return id;
  }

  UUID sender() {
    return sender;
  }

  UUID receiver() {
    return receiver;
  }

  ConnectionStatus status() {
    return ConnectionStatus.of(status);
  }

  boolean isQuiet() {
    return quiet;
  }

  boolean isPending() {
    return status() == ConnectionStatus.PENDING;
  }

  boolean involves(UUID user) {
    return sender.equals(user) || receiver.equals(user);
  }

  UUID otherThan(UUID user) {
    return sender.equals(user) ? receiver : sender;
  }

  Instant updatedAt() {
    return updatedAt;
  }

  /** The relation becomes another one for both sides. */
  void become(ConnectionStatus next, Instant now) {
    status = next.word();
    updatedAt = now;
    receiverUpdatedAt = now;
    version++;
    receiverVersion++;
    quiet = false;
    if (next == ConnectionStatus.APPROVED) {
      expiresAt = null;
    }
  }

  /** The receiver wants to hear no more of it; nothing of the sender's view changes. */
  void quieten(Instant now) {
    quiet = true;
    receiverUpdatedAt = now;
    receiverVersion++;
  }

  /** What the other one is to a side: connected, sent, received or none. */
  String relationFor(UUID side) {
    return switch (status()) {
      case APPROVED -> "connected";
      case PENDING -> side.equals(sender) ? "sent" : "received";
      default -> "none";
    };
  }

  /** The relation as administrators see it. */
  RelationRecord record(Profile one, Profile other) {
    return new RelationRecord(
        id,
        RelationRecord.Side.of(one),
        RelationRecord.Side.of(other),
        status,
        quiet,
        note,
        createdAt,
        updatedAt,
        expiresAt,
        version);
  }

  ConnectionView seenBy(UUID viewer, PersonView senderView, PersonView receiverView) {
    boolean byReceiver = viewer.equals(receiver);
    return new ConnectionView(
        id,
        senderView,
        receiverView,
        byReceiver && quiet && isPending() ? "ignored" : status,
        note,
        createdAt,
        byReceiver ? receiverUpdatedAt : updatedAt,
        expiresAt,
        byReceiver ? receiverVersion : version);
  }
}
