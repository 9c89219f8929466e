package dev.parley.reach.presence;

import java.util.Locale;

/** Whether somebody is here. */
public enum PresenceState {
  ONLINE,
  AWAY,
  OFFLINE;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
