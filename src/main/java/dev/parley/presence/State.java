package dev.parley.presence;

import java.util.Locale;

/** Whether somebody is here. */
public enum State {
  ONLINE,
  AWAY,
  OFFLINE;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
