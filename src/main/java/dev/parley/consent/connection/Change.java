package dev.parley.consent.connection;

import java.util.Locale;

/**
 * What happened to a relation; also the words of the ledger and, after {@code connection.}, of the
 * events.
 */
public enum Change {
  REQUESTED,
  APPROVED,
  REJECTED,
  IGNORED,
  WITHDRAWN,
  EXPIRED,
  REMOVED,
  BLOCKED,
  UNBLOCKED,
  /** The record is gone; only the ledger says so. */
  DELETED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String event() {
    return "connection." + word();
  }
}
