package dev.parley.media;

import dev.parley.problem.CommonCode;
import dev.parley.problem.DomainException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets people take turns with work that memory and processor have room for only once: each has one
 * piece in the common line at a time, so nobody waits for all that somebody else has brought. Who
 * brings too much is sent away at once, since what waits holds a thread.
 */
final class PictureQueue {
  private static final Duration COME_BACK = Duration.ofSeconds(2);

  private final int mostOfOne;
  private final int most;
  private final Duration longestWait;
  private final Semaphore place = new Semaphore(1, true);
  private final Map<UUID, Line> lines = new HashMap<>();
  private int waiting;

  /** What one person has brought. */
  private static final class Line {
    private final Semaphore turn = new Semaphore(1, true);
    private int pieces;
  }

  /**
   * Makes a queue.
   *
   * @param mostOfOne pieces that one person may have in it; 0 means any
   * @param most pieces in it altogether, over which only those come in who have none
   */
  PictureQueue(int mostOfOne, int most, Duration longestWait) {
    this.mostOfOne = mostOfOne;
    this.most = most;
    this.longestWait = longestWait;
  }

  /**
   * Does the work when its turn has come.
   *
   * @throws DomainException {@code busy}
   */
  <T> T take(UUID person, Supplier<T> work) {
    Line line = enter(person);
    try {
      return in(line.turn, () -> in(place, work));
    } finally {
      leave(person, line);
    }
  }

  private synchronized Line enter(UUID person) {
    Line line = lines.computeIfAbsent(person, someone -> new Line());
    boolean full = waiting >= most || mostOfOne > 0 && line.pieces >= mostOfOne;
    if (line.pieces > 0 && full) {
      throw busy();
    }
    line.pieces++;
    waiting++;
    return line;
  }

  private synchronized void leave(UUID person, Line line) {
    waiting--;
    if (--line.pieces == 0) {
      lines.remove(person);
    }
  }

  /** How many pieces are in the queue, in work or waiting. */
  synchronized int waiting() {
    return waiting;
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
