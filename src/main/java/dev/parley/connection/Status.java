package dev.parley.connection;

import java.util.Locale;

/** How a relation stands. */
enum Status {
  PENDING,
  APPROVED,
  REJECTED,
  WITHDRAWN,
  EXPIRED,
  REMOVED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Status of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
