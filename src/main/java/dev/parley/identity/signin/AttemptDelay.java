package dev.parley.identity.signin;

import java.time.Duration;

/**
 * How long to wait after failures: nothing up to the limit, then twice as long each time, at most a
 * quarter of an hour.
 */
final class AttemptDelay {
  private static final int MOST_DOUBLINGS = 10;
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private AttemptDelay() {}

  /** The wait after so many failures; a limit of 0 never waits. */
  static Duration after(int failures, int limit) {
    if (limit == 0 || failures < limit) {
      return Duration.ZERO;
    }
    Duration wait = Duration.ofSeconds(1L << Math.min(MOST_DOUBLINGS, failures - limit));
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
