package dev.parley.reach.presence;

import java.time.Duration;
import java.time.Instant;

/**
 * What one live session says of its user, and for how long.
 *
 * @param seen the last sign of life of a session that is over; null while it lasts
 * @param until when the lease of a session that is over runs out; null while it lasts
 */
record Lease(boolean away, Instant seen, Instant until) {

  /** The lease of a session that has just begun. */
  static Lease begun() {
    return new Lease(false, null, null);
  }

  /** The session says something else; one that is over says nothing any more. */
  Lease saying(boolean isAway) {
    return lasts() ? new Lease(isAway, null, null) : this;
  }

  /** The session is over. */
  Lease over(Instant lastSeen, Duration grace) {
    return lasts() ? new Lease(away, lastSeen, lastSeen.plus(grace)) : this;
  }

  boolean lasts() {
    return until == null;
  }

  boolean holdsAt(Instant now) {
    return lasts() || until.isAfter(now);
  }
}
