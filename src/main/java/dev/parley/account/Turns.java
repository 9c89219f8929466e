package dev.parley.account;

import dev.parley.problem.CommonCode;
import dev.parley.problem.DomainException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets a few at a time do costly work and some more wait for it; whoever comes on top is sent away
 * at once, so that a flood leaves the other calls their threads and processor.
 */
public final class Turns {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  private static final Duration COME_BACK = Duration.ofSeconds(2);

  private final Semaphore room;
  private final Semaphore ownRoom;
  private final Semaphore places;

  /** Room for so many at once and so many more who wait. */
  public Turns(int atOnce, int waiting) {
    this(new Semaphore(atOnce + waiting), atOnce, waiting);
  }

  private Turns(Semaphore room, int atOnce, int waiting) {
    this.room = room;
    ownRoom = new Semaphore(atOnce + waiting);
    places = new Semaphore(atOnce, true);
  }

  /** Turns of other work that waits in the same room, but never takes all of it. */
  public Turns beside(int atOnce, int waiting) {
    return new Turns(room, atOnce, waiting);
  }

  /**
   * Does the work when its turn has come.
   *
   * @throws DomainException {@code busy}
   */
  public <T> T take(Supplier<T> work) {
    return in(ownRoom, () -> in(room, () -> inPlace(work)));
  }

  private static <T> T in(Semaphore room, Supplier<T> work) {
    if (!room.tryAcquire()) {
      throw busy();
    }
    try {
      return work.get();
    } finally {
      room.release();
    }
  }

  private <T> T inPlace(Supplier<T> work) {
    try {
      if (!places.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  private static DomainException busy() {
    return new DomainException(CommonCode.BUSY).retryAfter(COME_BACK);
  }
}
