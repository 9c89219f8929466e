package dev.parley.bench.measure;

/** When each message of a steady stream is to be sent, whether or not the sender keeps up. */
public record Schedule(long start, double perSecond) {
  private static final double NANOS = 1_000_000_000d;

  /** The moment of a message, on the scale of {@link System#nanoTime()}. */
  public long intended(int number) {
    return start + Math.round(number * NANOS / perSecond);
  }
}
