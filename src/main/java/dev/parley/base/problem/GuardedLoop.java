package dev.parley.base.problem;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.logging.Logger;

/** Acts on one after the other so that what fails for one of them costs no other anything. */
public final class GuardedLoop {
  private GuardedLoop() {}

  /** Acts on each; what fails is told and the next one's turn comes. */
  public static <T> void each(
      Iterable<? extends T> all, Consumer<? super T> act, BiConsumer<T, Throwable> failed) {
    for (T one : all) {
      try {
        act.accept(one);
      } catch (RuntimeException | Error e) {
        failed.accept(one, e);
      }
    }
  }

  /**
   * The same with a line in the log for each that fails.
   *
   * @throws RuntimeException what was thrown, at once, when the database is away: for the others it
   *     is away as well
   */
  public static <T> void each(
      Iterable<? extends T> all, Consumer<? super T> act, Logger log, String what) {
    each(all, act, (one, thrown) -> noteOrStop(thrown, log, what));
  }

  private static void noteOrStop(Throwable thrown, Logger log, String what) {
    if (thrown instanceof RuntimeException stop && Outage.isGone(stop)) {
      throw stop;
    }
    Outage.log(log, what, thrown);
  }
}
