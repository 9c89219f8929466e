package dev.parley.reach.presence;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;

/** All leases of one person, and what follows from them. */
record UserLeases(Collection<Lease> leases) {

  /** Online while any session says so, away while all say away, offline when no lease holds. */
  PresenceState state(Instant now) {
    return leases.stream()
        .filter(lease -> lease.holdsAt(now))
        .map(lease -> lease.away() ? PresenceState.AWAY : PresenceState.ONLINE)
        .min(Comparator.naturalOrder())
        .orElse(PresenceState.OFFLINE);
  }

  /** Whether a session that lasts says that the person is at it. */
  boolean isHere() {
    return leases.stream().anyMatch(lease -> lease.lasts() && !lease.away());
  }

  /** When the person was last here, which is now while a session lasts; null without any lease. */
  Instant lastSeen(Instant now) {
    return leases.stream()
        .map(lease -> lease.lasts() ? now : lease.seen())
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Whether time alone will change it. */
  boolean isRunningOut() {
    return leases.stream().anyMatch(lease -> !lease.lasts());
  }
}
