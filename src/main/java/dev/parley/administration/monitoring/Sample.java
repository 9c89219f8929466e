package dev.parley.administration.monitoring;

import dev.parley.reach.live.DeliveryTimes;
import java.util.function.ToLongFunction;

/**
 * How far everything was at a moment.
 *
 * @param nanos the moment, as {@link System#nanoTime}
 */
record Sample(long nanos, Counters counts, DeliveryTimes.CountedTimes deliveries, long gcMillis) {

  /** How often something happened in a second, on average since an earlier moment. */
  double perSecond(Sample earlier, ToLongFunction<Counters> what) {
    double seconds = (nanos - earlier.nanos) / 1e9;
    return seconds <= 0 ? 0 : rounded(more(earlier, what) / seconds);
  }

  /** How often something happened since an earlier moment. */
  long more(Sample earlier, ToLongFunction<Counters> what) {
    return what.applyAsLong(counts) - what.applyAsLong(earlier.counts);
  }

  private static double rounded(double rate) {
    return Math.round(rate * 100) / 100.0;
  }
}
