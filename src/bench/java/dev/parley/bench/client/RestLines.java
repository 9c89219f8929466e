package dev.parley.bench.client;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.IntFunction;

/** A few HTTP connections to one server, each lent to one piece of work at a time. */
public final class RestLines implements AutoCloseable {
  private final LoadClient client;
  private final Collection<RestLine> all;
  private final Deque<RestLine> free;

  RestLines(LoadClient client, List<RestLine> lines) {
    this.client = client;
    this.all = lines;
    this.free = new ArrayDeque<>(lines);
  }

  /** Lends a connection to some work until it is done; to be called on the client's thread. */
  public <T> CompletableFuture<T> lend(Function<RestLine, CompletableFuture<T>> work) {
    RestLine line = free.remove();
    return work.apply(line).whenComplete((result, failure) -> free.add(line));
  }

  /** Does many things, as many at a time as there are connections, and waits until all are done. */
  public <T> List<T> forEach(
      int count, IntFunction<Function<RestLine, CompletableFuture<T>>> work) {
    return client.forEach(count, all.size(), i -> lend(work.apply(i)));
  }

  @Override
  public void close() {
    all.forEach(RestLine::close);
  }
}
