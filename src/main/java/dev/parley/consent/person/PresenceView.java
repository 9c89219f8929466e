package dev.parley.consent.person;

import java.time.Instant;

/**
 * Whether somebody is here, as their mutual connections see it.
 *
 * @param state online, away or offline
 * @param lastSeen when they were last here; null when they never were, or do not show it
 */
public record PresenceView(String state, Instant lastSeen) {
  /** How somebody looks who does not show whether they are here: as if they never had been. */
  public static final PresenceView HIDDEN = new PresenceView("offline", null);
}
