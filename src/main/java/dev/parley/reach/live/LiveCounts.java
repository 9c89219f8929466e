package dev.parley.reach.live;

import java.util.concurrent.atomic.LongAdder;

/** What went through the live sessions of this node; counting costs next to nothing. */
public final class LiveCounts {
  private final LongAdder events = new LongAdder();
  private final LongAdder throttled = new LongAdder();
  private final LongAdder mended = new LongAdder();
  private final DeliveryTimes deliveries = new DeliveryTimes();

  /** An event was handed to a live session. */
  void eventPushed() {
    events.increment();
  }

  /** Somebody was told that it is too much. */
  void throttled() {
    throttled.increment();
  }

  /** An event that was committed at this {@link System#nanoTime} has been written to a socket. */
  void delivered(long committed) {
    deliveries.count(System.nanoTime() - committed);
  }

  /** A stream that stood was made to go on. */
  void mended() {
    mended.increment();
  }

  /** Streams that stood and were made to go on, since the start. */
  public long streamsMended() {
    return mended.sum();
  }

  /** Events handed to live sessions since the start. */
  public long events() {
    return events.sum();
  }

  /** Refusals because it was too much, since the start. */
  public long throttles() {
    return throttled.sum();
  }

  /** How long after their commit events were written to the sockets. */
  public DeliveryTimes.CountedTimes deliveries() {
    return deliveries.counted();
  }
}
