package dev.parley.bench.target;

import java.util.concurrent.CompletableFuture;

/** Pairs of strangers with open WebSockets, who connect and part. To be used on one thread. */
public interface Acquaintances extends AutoCloseable {
  /** How many pairs are to be busy at a time. */
  int AT_A_TIME = 16;

  /** One asks, the other accepts; done when all is answered and both were told live. */
  CompletableFuture<Void> connect(int pair);

  /** They part; done when both were told live. */
  CompletableFuture<Void> part(int pair);

  @Override
  void close();
}
