package dev.parley.identity.account;

import java.util.UUID;

/** A user has chosen otherwise. */
public record SettingsChanged(UUID user, Settings before, Settings now) {

  /** Whether the user now tells, or no longer tells, how far they have read. */
  public boolean switchesReceipts() {
    return before.readReceipts() != now.readReceipts();
  }
}
