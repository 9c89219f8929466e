package dev.parley.consent.connection;

import java.util.UUID;

/** What happens between two people. */
public sealed interface ConnectionEvent {
  /** Somebody asked somebody; quietly, when the receiver is to hear nothing of it. */
  record ConnectionRequested(UUID connection, UUID sender, UUID receiver, boolean quiet)
      implements ConnectionEvent {}

  /**
   * Two people are connected.
   *
   * @param approver the one of them whose act made it so, or null when an administrator did
   */
  record ConnectionApproved(UUID connection, UUID sender, UUID receiver, UUID approver)
      implements ConnectionEvent {}

  /**
   * A mutual connection is about to end: what stands upon it stops before the end gets its time, so
   * that nothing bears a later one.
   */
  record ConnectionEnding(UUID sender, UUID receiver) implements ConnectionEvent {}

  /** A relation is over, or its receiver quietened it; how says the change. */
  record ConnectionEnded(UUID connection, UUID sender, UUID receiver, Change change)
      implements ConnectionEvent {}

  /** An administrator has deleted the record of a relation. */
  record ConnectionDeleted(UUID connection) implements ConnectionEvent {}

  /** Somebody blocks somebody else from now on. */
  record Blocked(UUID blocker, UUID blocked) implements ConnectionEvent {}
}
