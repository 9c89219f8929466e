package dev.parley.identity.account;

import java.util.Locale;

/** Whose connection requests somebody wants. */
public enum WhoMayRequest {
  EVERYONE,
  CONNECTIONS_OF_CONNECTIONS,
  NOBODY;

  /** The word of the wire and the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static WhoMayRequest of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
