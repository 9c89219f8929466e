package dev.parley.bench.target;

import dev.parley.bench.client.ClientSocket;
import dev.parley.bench.client.LoadClient;
import java.util.ArrayList;
import java.util.List;

/** The exchanges of one round, with their WebSockets open. */
public final class Exchanges implements AutoCloseable {
  private final LoadClient client;
  private final List<Exchange> all;
  private final Runnable verification;

  /**
   * Exchanges that are open.
   *
   * @param verification sees at the end that the server has kept what was sent, or reports a fault
   */
  Exchanges(LoadClient client, List<Exchange> all, Runnable verification) {
    this.client = client;
    this.all = all;
    this.verification = verification;
  }

  public List<Exchange> all() {
    return all;
  }

  public long settled() {
    return all.stream().mapToLong(exchange -> exchange.ledger().settled()).sum();
  }

  /** How many messages are still under way. */
  public long unsettled() {
    return all.stream()
        .mapToLong(exchange -> exchange.ledger().sent() - exchange.ledger().settled())
        .sum();
  }

  /** Sees that the server has kept everything. */
  public void verify() {
    verification.run();
    client.faults().check();
  }

  @Override
  public void close() {
    List<ClientSocket> sockets = new ArrayList<>();
    all.forEach(
        exchange -> {
          sockets.add(exchange.senderSocket());
          sockets.addAll(exchange.receiverSockets());
        });
    client.forEach(sockets.size(), i -> sockets.get(i).close());
  }
}
