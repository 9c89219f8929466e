package dev.parley.bench.measure;

import java.util.concurrent.atomic.AtomicReference;

/** What went wrong in a run: the first wrong answer ends it. */
public final class Faults {
  private final AtomicReference<String> first = new AtomicReference<>();

  /** Notes that something is wrong, as a sentence. */
  public void report(String sentence) {
    first.compareAndSet(null, sentence);
  }

  /**
   * Ends the run when something was wrong.
   *
   * @throws BenchmarkFailure with the first fault
   */
  public void check() {
    if (first.get() != null) {
      throw new BenchmarkFailure(first.get());
    }
  }

  public boolean isEmpty() {
    return first.get() == null;
  }
}
