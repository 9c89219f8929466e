package dev.parley.server.transfer;

import java.time.Duration;

/** Says whether a transfer is too slow: a least number of bytes must move in each span of time. */
final class TransferPace {
  private final long spanNanos;
  private final long least;
  private long spanBegan;
  private long movedBefore;

  /**
   * Begins to measure.
   *
   * @param span zero when a transfer may take as long as it likes
   * @param rate bytes in a second; at 0 a single byte in each span is enough
   */
  TransferPace(Duration span, long rate, long nowNanos) {
    spanNanos = span.toNanos();
    least = Math.max(1, (long) (span.toMillis() / 1000.0 * rate));
    spanBegan = nowNanos;
  }

  /** Whether too little has moved in a span that is over. */
  boolean isTooSlow(long moved, long nowNanos) {
    if (spanNanos == 0 || nowNanos - spanBegan < spanNanos) {
      return false;
    }
    boolean slow = moved - movedBefore < least;
    spanBegan = nowNanos;
    movedBefore = moved;
    return slow;
  }
}
