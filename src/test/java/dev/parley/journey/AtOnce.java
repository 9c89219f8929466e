package dev.parley.journey;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Does several things at the same moment, each in a thread of its own. A parallel stream would not:
 * it shares the two threads that run the test classes.
 */
public final class AtOnce {
  private AtOnce() {}

  /** Does it so many times, and returns what came of each, in order. */
  public static <R> List<R> times(int count, IntFunction<R> act) {
    return each(IntStream.range(0, count).boxed().toList(), act::apply);
  }

  /**
   * Does it for each of these, and returns what came of each, in order.
   *
   * @throws AssertionError when one of them failed, with its reason
   */
  public static <T, R> List<R> each(List<T> all, Function<? super T, R> act) {
    ExecutorService threads = Executors.newFixedThreadPool(all.size());
    try {
      List<Future<R>> begun =
          all.stream().map(one -> threads.submit(() -> act.apply(one))).toList();
      return begun.stream().map(AtOnce::result).toList();
    } finally {
      threads.shutdownNow();
    }
  }

  private static <R> R result(Future<R> begun) {
    try {
      return begun.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
