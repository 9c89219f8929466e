package dev.parley.journey;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.IntFunction;

/**
 * Something of which each thread that runs test classes has its own, made at its first use: classes
 * that run at the same time do not see each other's.
 */
public final class PerWorker<T> {
  /** The threads that run test classes, by their number from 1 on. */
  private static final Map<Integer, Thread> WORKERS = new ConcurrentHashMap<>();

  private final Map<Integer, T> made = new ConcurrentHashMap<>();
  private final IntFunction<T> make;

  /** Makes it with the number of the thread that asks for it. */
  public PerWorker(IntFunction<T> make) {
    this.make = make;
  }

  /**
   * That of this thread.
   *
   * @throws IllegalStateException in a thread that runs no test classes
   */
  public T get() {
    return made.computeIfAbsent(number(Thread.currentThread()), make::apply);
  }

  private static int number(Thread thread) {
    if (!runsTests(thread)) {
      throw new IllegalStateException("only the thread of a test knows what is its own");
    }
    int number = 1;
    while (WORKERS.merge(number, thread, PerWorker::whoHasIt) != thread) {
      number++;
    }
    return number;
  }

  private static boolean runsTests(Thread thread) {
    return thread instanceof ForkJoinWorkerThread worker
            && worker.getPool() != ForkJoinPool.commonPool()
        || thread.getName().equals("main");
  }

  /** A thread that has ended gives its number away. */
  private static Thread whoHasIt(Thread before, Thread now) {
    return before.isAlive() ? before : now;
  }
}
