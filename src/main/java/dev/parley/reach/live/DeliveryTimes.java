package dev.parley.reach.live;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How long things took, counted in buckets that are a sixteenth wide, so that many threads may
 * count at once without waiting for each other.
 */
public final class DeliveryTimes {
  private static final int EXACT = 32;
  private static final int PARTS = 16;
  private static final int FIRST_POWER = 5;
  private static final int LAST_POWER = 36;
  private static final int BUCKETS = EXACT + (LAST_POWER - FIRST_POWER + 1) * PARTS;

  private final AtomicLongArray buckets = new AtomicLongArray(BUCKETS);

  /** Counts one that took this many nanoseconds. */
  public void count(long nanos) {
    buckets.incrementAndGet(bucket(nanos / 1_000));
  }

  /** All that was counted so far. */
  public CountedTimes counted() {
    long[] copy = new long[BUCKETS];
    for (int i = 0; i < BUCKETS; i++) {
      copy[i] = buckets.get(i);
    }
    return new CountedTimes(copy);
  }

  private static int bucket(long micros) {
    if (micros < EXACT) {
      return (int) Math.max(0, micros);
    }
    int power = Math.min(LAST_POWER, Long.SIZE - 1 - Long.numberOfLeadingZeros(micros));
    int part = (int) Math.min(PARTS * 2 - 1, micros >>> power - 4) - PARTS;
    return EXACT + (power - FIRST_POWER) * PARTS + part;
  }

  /** The longest that a bucket stands for, in microseconds. */
  private static long longest(int bucket) {
    if (bucket < EXACT) {
      return bucket;
    }
    int power = FIRST_POWER + (bucket - EXACT) / PARTS;
    long part = PARTS + (bucket - EXACT) % PARTS;
    return (part + 1 << power - 4) - 1;
  }

  /** What was counted at a moment; what one has more than another was counted in between. */
  public static final class CountedTimes {
    private final long[] buckets;

    private CountedTimes(long[] buckets) {
      this.buckets = buckets;
    }

    /** What was counted since an earlier moment. */
    public CountedTimes since(CountedTimes earlier) {
      long[] difference = new long[BUCKETS];
      for (int i = 0; i < BUCKETS; i++) {
        difference[i] = buckets[i] - earlier.buckets[i];
      }
      return new CountedTimes(difference);
    }

    /** How many. */
    public long count() {
      long count = 0;
      for (long bucket : buckets) {
        count += bucket;
      }
      return count;
    }

    /**
     * The milliseconds within which this share of them was done, 0 when there was none.
     *
     * @param share such as 0.99
     */
    public double millis(double share) {
      long wanted = Math.max(1, (long) Math.ceil(count() * share));
      long seen = 0;
      for (int i = 0; i < BUCKETS; i++) {
        seen += buckets[i];
        if (seen >= wanted) {
          return longest(i) / 1_000.0;
        }
      }
      return 0;
    }
  }
}
