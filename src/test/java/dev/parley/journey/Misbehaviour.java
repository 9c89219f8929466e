package dev.parley.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Does to a server what people should not, until this is closed: each kind from an address of its
 * own, all of them in one thread.
 */
public final class Misbehaviour implements AutoCloseable {
  private static final int ALL = Integer.MAX_VALUE;

  private final ParleyServer server;
  private final ScheduledExecutorService work = Executors.newSingleThreadScheduledExecutor();
  private final Map<PolledSocket, String> open = new HashMap<>();
  private final Map<String, Integer> outcomes = new TreeMap<>();

  public Misbehaviour(ParleyServer server) {
    this.server = server;
    every(50, this::tidies);
  }

  /** What came of each kind how often: the status of its answer, 0 when it was cut without one. */
  public Map<String, Integer> outcomes() {
    return CompletableFuture.supplyAsync(() -> new TreeMap<>(outcomes), work).join();
  }

  /** Holds so many bodies open, a byte each second in each of them. */
  public Misbehaviour sendsBodiesSlowly(int count) {
    byte[] head =
        RawRequest.call("POST", "login/")
            .from("192.0.2.1")
            .with("Content-Length", "60000")
            .begun("application/json", "{");
    return keeps(
        count,
        () -> opens("slow body", PolledSocket.ofSlowReader(server), head),
        1_000,
        socket -> {
          socket.says(new byte[] {' '});
          socket.takes(ALL);
        });
  }

  /** Asks for a large file so many times at once, and takes a byte each second of each. */
  public Misbehaviour readsSlowly(int count, Person person, String path) {
    byte[] head = RawRequest.call("GET", path).from("192.0.2.2").by(person).bytes();
    return keeps(
        count,
        () -> opens("slow reader", PolledSocket.ofSlowReader(server), head),
        1_000,
        socket -> socket.takes(1));
  }

  /** Has the whole journal sent again, 18 times a second on each of two live sessions. */
  public Misbehaviour syncs(Person person) {
    byte[] hello = RawRequest.frame("{\"action\":\"hello\",\"id\":\"h\"}");
    byte[] sync = RawRequest.frame("{\"action\":\"sync\",\"id\":\"s\",\"since\":0}");
    Set<PolledSocket> greeted = new HashSet<>();
    byte[] upgrade = RawRequest.upgrade().by(person).bytes();
    return keeps(
        2,
        () -> opens("sync", PolledSocket.to(server), upgrade),
        55,
        socket -> {
          socket.takes(ALL);
          if (socket.status() != 0) {
            socket.says(greeted.add(socket) ? hello : sync);
          }
        });
  }

  /** Uploads a picture each second. */
  public Misbehaviour uploads(Person person, byte[] picture) {
    String part =
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\n"
            + new String(picture, ISO_8859_1)
            + "\r\n--x--\r\n";
    byte[] upload =
        RawRequest.call("POST", "attachments/")
            .from("192.0.2.3")
            .by(person)
            .bytes("multipart/form-data; boundary=x", part);
    return every(1_000, () -> asks("picture", upload));
  }

  /** Registers twenty times a second, with a password that is hard to judge. */
  public Misbehaviour registers() {
    String password = "4@8({[<3!1|$5+7%2".repeat(4).substring(0, 64);
    return every(
        50,
        () -> {
          String name = "flood-" + UUID.randomUUID().toString().substring(0, 8);
          asks(
              "registration",
              RawRequest.call("POST", "register/")
                  .from("192.0.2.4")
                  .bytes(
                      "application/json",
                      "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, password)));
        });
  }

  /** What is done with a connection again and again. */
  private interface Use {
    void of(PolledSocket socket);
  }

  private Misbehaviour keeps(int count, Supplier<PolledSocket> opening, int everyMillis, Use use) {
    List<PolledSocket> kept = new ArrayList<>();
    return every(
        everyMillis,
        () -> {
          kept.removeIf(PolledSocket::isOver);
          while (kept.size() < count) {
            kept.add(opening.get());
          }
          kept.forEach(use::of);
        });
  }

  private void asks(String kind, byte[] request) {
    opens(kind, PolledSocket.to(server), request);
  }

  private PolledSocket opens(String kind, PolledSocket socket, byte[] request) {
    socket.says(request);
    open.put(socket, kind);
    return socket;
  }

  /** Hears the answers of all who read, and notes what came of those that are over. */
  private void tidies() {
    open.forEach(
        (socket, kind) -> {
          if (!kind.startsWith("slow")) {
            socket.takes(ALL);
          }
          if (socket.isOver()) {
            outcomes.merge(kind + " " + socket.status(), 1, Integer::sum);
            socket.close();
          }
        });
    open.keySet().removeIf(PolledSocket::isOver);
  }

  /** Does it at this pace, whatever comes of it. */
  private Misbehaviour every(int millis, Runnable act) {
    work.scheduleAtFixedRate(
        () -> {
          try {
            act.run();
          } catch (RuntimeException refused) {
            outcomes.merge(refused.toString(), 1, Integer::sum);
          }
        },
        0,
        millis,
        TimeUnit.MILLISECONDS);
    return this;
  }

  @Override
  public void close() {
    CompletableFuture.runAsync(() -> open.keySet().forEach(PolledSocket::close), work).join();
    work.shutdownNow();
  }
}
