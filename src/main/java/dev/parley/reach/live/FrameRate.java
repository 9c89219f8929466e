package dev.parley.reach.live;

import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * How fast one live session may send. What comes above the rate is taken, and nothing more is to be
 * read until the rate has made up for it: nobody waits but the client. Refused is who goes on so.
 */
class FrameRate {
  /** For a session that may send as fast as it can. */
  static final FrameRate UNLIMITED =
      new FrameRate(1, 1) {
        @Override
        Duration admit() {
          return Duration.ZERO;
        }

        @Override
        Duration charge(long frames) {
          return Duration.ZERO;
        }
      };

  private static final int PATIENCE = 120;

  private final Bucket bucket;
  private final int capacity;
  private int impatience;

  /** A rate with what may come at once; a burst of 0 is none above the rate. */
  FrameRate(int perSecond, int burst) {
    capacity = burst == 0 ? perSecond : burst;
    bucket =
        Bucket.builder()
            .addLimit(
                limit -> limit.capacity(capacity).refillGreedy(perSecond, Duration.ofSeconds(1)))
            .build();
  }

  /** Takes a frame; how long nothing more is to be read. */
  Duration admit() {
    Duration wait = Duration.ofNanos(bucket.consumeIgnoringRateLimits(1));
    impatience = wait.isZero() ? Math.max(0, impatience - 1) : impatience + 2;
    return wait;
  }

  /** Whether slowing has not helped. */
  boolean isExceeded() {
    return impatience > PATIENCE;
  }

  /**
   * Counts what a frame costs beyond itself, at most a whole burst.
   *
   * @param frames as how many frames more it counts
   * @return how long nothing more is to be read
   */
  Duration charge(long frames) {
    return frames <= 0
        ? Duration.ZERO
        : Duration.ofNanos(bucket.consumeIgnoringRateLimits(Math.min(frames, capacity)));
  }
}
