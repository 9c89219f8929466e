package dev.parley.reach.webpush;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.LongAdder;

/** Counts what becomes of pushes since the node started. */
@ApplicationScoped
public class PushTally {
  private final LongAdder sent = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder dropped = new LongAdder();

  /**
   * How many.
   *
   * @param sent taken by their service
   * @param failed given up
   * @param dropped not even begun, as too many waited
   */
  public record Counts(long sent, long failed, long dropped) {}

  void sent() {
    sent.increment();
  }

  void failed() {
    failed.increment();
  }

  void dropped() {
    dropped.increment();
  }

  /** How far the counts are. */
  public Counts counts() {
    return new Counts(sent.sum(), failed.sum(), dropped.sum());
  }
}
