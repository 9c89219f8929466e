package dev.parley.live;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * How fast one live session may send: above the rate it is slowed, and refused when that does not
 * help.
 */
class FrameRate {
  /** For a session that may send as fast as it can. */
  static final FrameRate UNLIMITED =
      new FrameRate(1, 1) {
        @Override
        boolean admit() {
          return true;
        }
      };

  private static final int PATIENCE = 120;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  /** Who is slowed holds a thread of the server, so only so many are at a time. */
  private static final Semaphore SLOWED = new Semaphore(8);

  private final Bucket bucket;
  private int impatience;

  /** A rate with what may come at once; a burst of 0 is none above the rate. */
  FrameRate(int perSecond, int burst) {
    int capacity = burst == 0 ? perSecond : burst;
    bucket =
        Bucket.builder()
            .addLimit(
                limit -> limit.capacity(capacity).refillGreedy(perSecond, Duration.ofSeconds(1)))
            .build();
  }

  /** Lets a frame in, late when it came too soon; false when there were too many of those. */
  boolean admit() {
    if (bucket.tryConsume(1)) {
      impatience = Math.max(0, impatience - 1);
      return true;
    }
    impatience += 2;
    return impatience <= PATIENCE && SLOWED.tryAcquire() && waitForTurn();
  }

  private boolean waitForTurn() {
    try {
      return bucket.asBlocking().tryConsume(1, LONGEST_WAIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      SLOWED.release();
    }
  }
}
