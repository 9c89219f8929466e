package dev.parley.consent.connection;

import java.util.Locale;

/** How a relation stands. */
enum ConnectionStatus {
  PENDING,
  APPROVED,
  REJECTED,
  WITHDRAWN,
  EXPIRED,
  REMOVED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ConnectionStatus of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
