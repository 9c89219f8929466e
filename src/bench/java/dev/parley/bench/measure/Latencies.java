package dev.parley.bench.measure;

import org.HdrHistogram.Histogram;

/**
 * Latencies of a stream, each counted from when its message was to be sent, so that a message which
 * a stalled server held up before it was sent shows its full wait.
 */
public final class Latencies {
  private static final int DIGITS = 3;
  private static final double NANOS_A_MILLI = 1_000_000;

  private final Histogram histogram = new Histogram(DIGITS);
  private final Schedule schedule;
  private final int first;

  /**
   * Latencies of this stream.
   *
   * @param first the first message that counts; those before it warm up
   */
  public Latencies(Schedule schedule, int first) {
    this.schedule = schedule;
    this.first = first;
  }

  /** Notes that a message has arrived now, which is on the scale of {@link System#nanoTime()}. */
  public void arrived(int number, long now) {
    if (number >= first) {
      histogram.recordValue(Math.max(0, now - schedule.intended(number)));
    }
  }

  public long count() {
    return histogram.getTotalCount();
  }

  /** The latency in milliseconds that this share of the messages, in percent, did not exceed. */
  public double percentile(double percent) {
    return histogram.getValueAtPercentile(percent) / NANOS_A_MILLI;
  }
}
