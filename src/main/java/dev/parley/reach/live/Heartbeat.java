package dev.parley.reach.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Finds out whether a client is still there: it is asked now and then, and any sign of life is an
 * answer. A client that the server had no time to ask has not failed to answer.
 */
final class Heartbeat {
  private final Clock clock;
  private volatile Instant heardAt;

  /** When it was asked first since the last sign of life; null when it was not. */
  private volatile Instant askedAt;

  /** Begins with a sign of life. */
  Heartbeat(Clock clock) {
    this.clock = clock;
    heardAt = clock.instant();
  }

  /** Notes that it is asked now. */
  void ask() {
    if (askedAt == null) {
      askedAt = clock.instant();
    }
  }

  /** Notes a sign of life. */
  void heard() {
    askedAt = null;
    heardAt = clock.instant();
  }

  /** The last sign of life. */
  Instant lastHeard() {
    return heardAt;
  }

  /** Whether it has been asked for longer than this and gave no sign. */
  boolean isMissingFor(Duration limit) {
    Instant asked = askedAt;
    return asked != null && asked.plus(limit).isBefore(clock.instant());
  }
}
