package dev.parley.bench.client;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;

/** Does many things, only some of them at a time. */
final class InTurns<T> {
  private final int count;
  private final IntFunction<CompletableFuture<T>> work;
  private final Executor executor;
  private final List<T> results;
  private final CompletableFuture<List<T>> all = new CompletableFuture<>();
  private int next;
  private int done;

  private InTurns(int count, IntFunction<CompletableFuture<T>> work, Executor executor) {
    this.count = count;
    this.work = work;
    this.executor = executor;
    this.results = new ArrayList<>(Collections.nCopies(count, null));
  }

  /**
   * Does it.
   *
   * @param width how many at a time
   * @param executor one thread, on which all is begun and noted
   */
  static <T> CompletableFuture<List<T>> run(
      int count, int width, IntFunction<CompletableFuture<T>> work, Executor executor) {
    InTurns<T> turns = new InTurns<>(count, work, executor);
    if (count == 0) {
      return CompletableFuture.completedFuture(List.of());
    }
    executor.execute(
        () -> {
          for (int i = 0; i < width; i++) {
            turns.begin();
          }
        });
    return turns.all;
  }

  private void begin() {
    if (next == count || all.isDone()) {
      return;
    }
    int turn = next++;
    work.apply(turn).whenCompleteAsync((result, failure) -> ended(turn, result, failure), executor);
  }

  private void ended(int turn, T result, Throwable failure) {
    if (failure != null) {
      all.completeExceptionally(failure);
      return;
    }
    results.set(turn, result);
    if (++done == count) {
      all.complete(results);
    } else {
      begin();
    }
  }
}
