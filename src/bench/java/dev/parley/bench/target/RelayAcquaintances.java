package dev.parley.bench.target;

import dev.parley.bench.client.ClientSocket;
import dev.parley.bench.client.LoadClient;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The same acts as bare frames: a request there, an acceptance back, a parting there. */
final class RelayAcquaintances implements Acquaintances {
  private final LoadClient client;
  private final List<Side> ones;
  private final List<Side> others;

  RelayAcquaintances(LoadClient client, List<Side> ones, List<Side> others) {
    this.client = client;
    this.ones = ones;
    this.others = others;
  }

  /** One of a pair, with what they are told. */
  record Side(ClientSocket socket, ConnectionEvents events) {}

  @Override
  public CompletableFuture<Void> connect(int pair) {
    return tell(ones.get(pair), others.get(pair), "connection.requested")
        .thenCompose(told -> tell(others.get(pair), ones.get(pair), "connection.approved"));
  }

  @Override
  public CompletableFuture<Void> part(int pair) {
    return tell(ones.get(pair), others.get(pair), "connection.removed");
  }

  private static CompletableFuture<Void> tell(Side from, Side to, String event) {
    CompletableFuture<Void> told = to.events().expect(event);
    from.socket().send("{\"event\":\"" + event + "\"}");
    return told;
  }

  @Override
  public void close() {
    client.forEach(ones.size(), i -> ones.get(i).socket().close());
    client.forEach(others.size(), i -> others.get(i).socket().close());
  }
}
