package dev.parley.connection;

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
  UNBLOCKED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String event() {
    return "connection." + word();
  }
}
