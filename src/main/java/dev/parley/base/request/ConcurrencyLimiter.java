package dev.parley.base.request;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets work that is costly for memory or processor be done a few pieces at a time. Those who bring
 * it take turns: each has no more in the common line than can be done at once, so nobody waits for
 * all that another has brought. Work above the bounds is refused at once, since what waits holds a
 * thread.
 *
 * @param <K> what tells apart those who take turns
 */
public final class ConcurrencyLimiter<K> {
  private static final Duration COME_BACK = Duration.ofSeconds(2);

  private final int atOnce;
  private final int mostOfOne;
  private final int most;
  private final Duration longestWait;
  private final Semaphore places;
  private final Map<K, Line> lines = new HashMap<>();
  private int inside;

  /** What one of them has brought. */
  private static final class Line {
    private final Semaphore turns;
    private int pieces;

    Line(int atOnce) {
      turns = new Semaphore(atOnce, true);
    }
  }

  /**
   * Makes a limiter.
   *
   * @param atOnce pieces that are done at the same time
   * @param mostOfOne pieces of one that may be done or wait; 0 means any
   * @param most pieces of all that may, over which only those come in who have none
   * @param longestWait after which a piece is refused that has waited
   */
  public ConcurrencyLimiter(int atOnce, int mostOfOne, int most, Duration longestWait) {
    this.atOnce = atOnce;
    this.mostOfOne = mostOfOne;
    this.most = most;
    this.longestWait = longestWait;
    places = new Semaphore(atOnce, true);
  }

  /**
   * Does the work when its turn has come.
   *
   * @throws DomainException {@code busy}
   */
  public <T> T run(K whose, Supplier<T> work) {
    Line line = enter(whose);
    try {
      return in(line.turns, () -> in(places, work));
    } finally {
      leave(whose, line);
    }
  }

  private synchronized Line enter(K whose) {
    Line line = lines.computeIfAbsent(whose, first -> new Line(atOnce));
    boolean full = inside >= most || mostOfOne > 0 && line.pieces >= mostOfOne;
    if (line.pieces > 0 && full) {
      throw busy();
    }
    line.pieces++;
    inside++;
    return line;
  }

  private synchronized void leave(K whose, Line line) {
    inside--;
    if (--line.pieces == 0) {
      lines.remove(whose);
    }
  }

  /** How many pieces are done now or wait. */
  synchronized int inside() {
    return inside;
  }

  private <T> T in(Semaphore turn, Supplier<T> work) {
    try {
      if (!turn.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
        throw busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    }
    try {
      return work.get();
    } finally {
      turn.release();
    }
  }

  private static DomainException busy() {
    return new DomainException(CommonCode.BUSY).retryAfter(COME_BACK);
  }
}
