package dev.parley.bench.target;

import dev.parley.bench.client.ClientSocket;
import dev.parley.bench.client.LoadClient;
import dev.parley.bench.measure.CpuTime;
import dev.parley.bench.measure.DeliveryLedger;
import dev.parley.bench.measure.ProcessStat;
import dev.parley.bench.target.RelayAcquaintances.Side;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The bare relay: no accounts, no database, no acknowledgement. */
public final class RelayTarget implements Target {
  private static final int BODY_LENGTH = 100;

  private final RelayServer server;
  private final LoadClient client;

  /** Rooms of ended rounds are not entered again. */
  private int roomsOpened;

  private RelayTarget(RelayServer server, LoadClient client) {
    this.server = server;
    this.client = client;
  }

  /**
   * Starts it; returns when it answers.
   *
   * @param stock whether the container keeps its idle timer
   */
  public static RelayTarget start(LoadClient client, boolean stock) {
    RelayServer server = RelayServer.start(stock);
    server.awaitAnswer(
        () ->
            client.await(client.open(server.room("ready"), null).thenCompose(ClientSocket::close)));
    return new RelayTarget(server, client);
  }

  @Override
  public String name() {
    return "relay";
  }

  @Override
  public boolean hasDatabase() {
    return false;
  }

  @Override
  public LoadClient client() {
    return client;
  }

  @Override
  public CpuTime cpu() {
    return new CpuTime(
        server.process().cpu(),
        Duration.ZERO,
        ProcessStat.of(ProcessHandle.current().pid()).orElseThrow().own());
  }

  @Override
  public Memory memory() {
    return server.process().memory();
  }

  @Override
  public Exchanges pairs(int count) {
    List<ClientSocket> sending = open(count, i -> roomsOpened + i);
    List<ClientSocket> receiving = open(count, i -> roomsOpened + i);
    roomsOpened += count;
    List<Exchange> exchanges =
        IntStream.range(0, count)
            .mapToObj(i -> exchange(sending.get(i), List.of(receiving.get(i))))
            .toList();
    return new Exchanges(client, exchanges, () -> {});
  }

  @Override
  public Exchanges room(int members) {
    List<ClientSocket> sockets = open(members, i -> roomsOpened);
    roomsOpened++;
    Exchange exchange = exchange(sockets.get(0), sockets.subList(1, members));
    return new Exchanges(client, List.of(exchange), () -> {});
  }

  private Exchange exchange(ClientSocket sender, List<ClientSocket> receivers) {
    return new Exchange(
        sender,
        receivers,
        new RelayWording(),
        new DeliveryLedger("relay", receivers.size(), false, client.faults()));
  }

  @Override
  public Acquaintances acquaintances(int pairs) {
    List<Side> ones = sides(open(pairs, i -> roomsOpened + i));
    List<Side> others = sides(open(pairs, i -> roomsOpened + i));
    roomsOpened += pairs;
    return new RelayAcquaintances(client, ones, others);
  }

  private List<Side> sides(List<ClientSocket> sockets) {
    return sockets.stream()
        .map(
            socket -> {
              ConnectionEvents events = new ConnectionEvents("relay", client.faults());
              socket.onText(events::take);
              return new Side(socket, events);
            })
        .toList();
  }

  @Override
  public List<ClientSocket> idleSessions(int count) {
    List<ClientSocket> sockets = open(count, i -> roomsOpened + i);
    roomsOpened += count;
    return sockets;
  }

  private List<ClientSocket> open(int count, IntFunction<Integer> room) {
    List<URI> addresses =
        IntStream.range(0, count)
            .mapToObj(i -> server.room(String.valueOf(room.apply(i))))
            .toList();
    return client.forEach(
        count, i -> client.open(addresses.get(i), null).thenCompose(RelayTarget::entered));
  }

  /** Done when the server has let it into its room, which is after the handshake. */
  private static CompletableFuture<ClientSocket> entered(ClientSocket socket) {
    CompletableFuture<ClientSocket> entered = new CompletableFuture<>();
    socket.onText(frame -> entered.complete(socket));
    return entered;
  }

  @Override
  public void close() {
    server.close();
  }

  /** The relay's frames are the bodies themselves. */
  private static final class RelayWording implements Wording {
    @Override
    public String message(int number) {
      return Body.of(number, BODY_LENGTH);
    }

    @Override
    public int acknowledged(String frame) {
      return -1;
    }

    @Override
    public int delivered(String frame) {
      return Body.numberIn(frame);
    }
  }
}
