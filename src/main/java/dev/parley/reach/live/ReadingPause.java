package dev.parley.reach.live;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stops the reading from one client for a while, without a thread that waits for it: what the
 * client sends meanwhile stays with it and in the network.
 */
final class ReadingPause {
  private final ScheduledExecutorService timer;
  private final Executor threads;
  private final AtomicInteger holds = new AtomicInteger();
  private volatile Runnable goOn = () -> {};

  /** Measures time by the one and reads on in threads of the other. */
  ReadingPause(ScheduledExecutorService timer, Executor threads) {
    this.timer = timer;
    this.threads = threads;
  }

  /** Has this done in a thread of its own whenever reading may go on. */
  void whenOver(Runnable reading) {
    goOn = reading;
  }

  boolean isOn() {
    return holds.get() > 0;
  }

  /** Stops the reading for so long. */
  void lasts(Duration time) {
    if (!time.isZero()) {
      begin();
      timer.schedule(this::end, time.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  /** Stops the reading until the end of this is said as well. */
  void begin() {
    holds.incrementAndGet();
  }

  /** Ends what began once; nothing is read in this thread. */
  void end() {
    if (holds.decrementAndGet() == 0) {
      threads.execute(goOn);
    }
  }
}
