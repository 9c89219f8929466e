package dev.parley.journey;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pairs of people who write to each other at a steady pace, and how long their messages take. */
public final class BusyPairs implements AutoCloseable {
  private static final int EVERY_MILLIS = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Pattern CLIENT_ID = Pattern.compile("\"client_id\":\"([^\"]+)\"");

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final List<Pair> pairs = new ArrayList<>();
  private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();

  /** From the moment a message was to be sent to the one it was at the other. */
  public record Latency(int messages, Duration p50, Duration p99, Duration most) {
    /** Of several stretches of time taken together. */
    public static Latency of(List<Duration> all) {
      Duration[] sorted = all.stream().sorted().toArray(Duration[]::new);
      return new Latency(
          sorted.length,
          sorted[sorted.length / 2],
          sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)],
          sorted[sorted.length - 1]);
    }

    @Override
    public String toString() {
      return "p50 %d ms, p99 %d ms, at most %d ms of %d"
          .formatted(p50.toMillis(), p99.toMillis(), most.toMillis(), messages);
    }
  }

  public static BusyPairs of(People people, int count) {
    BusyPairs busy = new BusyPairs();
    for (int i = 0; i < count; i++) {
      busy.pairs.add(new Pair(people.register("ada"), people.register("ben")));
    }
    return busy;
  }

  /**
   * Has all of them write for so long, and waits until everything has come.
   *
   * @throws AssertionError when a message does not come
   */
  public List<Duration> talk(Duration time) {
    long rounds = time.toMillis() / EVERY_MILLIS;
    List<CompletableFuture<Duration>> all = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      for (Pair pair : pairs) {
        all.add(pair.writesAfter(Duration.ofMillis((long) i * EVERY_MILLIS), pace));
      }
    }
    return all.stream()
        .map(one -> one.orTimeout(time.plus(PATIENCE).toMillis(), TimeUnit.MILLISECONDS))
        .map(CompletableFuture::join)
        .toList();
  }

  @Override
  public void close() {
    pace.shutdownNow();
    pairs.forEach(Pair::close);
  }

  /** One writes, the other hears. */
  private static final class Pair {
    private final String conversation;
    private final WebSocket writer;
    private final WebSocket reader;
    private final Map<String, Runnable> underWay = new ConcurrentHashMap<>();

    Pair(Person one, Person other) {
      conversation = Talk.between(one, other).id();
      writer = open(one, text -> {});
      reader = open(other, this::hears);
      say(reader, "{\"action\":\"hello\",\"device\":\"0190a0a0-0000-7000-8000-000000000001\"}");
    }

    CompletableFuture<Duration> writesAfter(Duration wait, ScheduledExecutorService pace) {
      CompletableFuture<Duration> come = new CompletableFuture<>();
      long due = System.nanoTime() + wait.toNanos();
      String id = UUID.randomUUID().toString();
      underWay.put(id, () -> come.complete(Duration.ofNanos(System.nanoTime() - due)));
      String frame =
          "{\"action\":\"send_message\",\"conversation\":\"%s\",\"client_id\":\"%s\",\"body\":\"hello\"}"
              .formatted(conversation, id);
      pace.schedule(() -> say(writer, frame), wait.toNanos(), TimeUnit.NANOSECONDS);
      return come;
    }

    private void hears(String frame) {
      Matcher found = CLIENT_ID.matcher(frame);
      Runnable come = found.find() ? underWay.remove(found.group(1)) : null;
      if (come != null) {
        come.run();
      }
    }

    private static synchronized void say(WebSocket socket, String frame) {
      socket.sendText(frame, true).join();
    }

    private static WebSocket open(Person person, Consumer<String> hears) {
      return CLIENT
          .newWebSocketBuilder()
          .buildAsync(
              URI.create(person.liveAddress() + "?ticket=" + person.ticket()), new Ear(hears))
          .join();
    }

    void close() {
      writer.abort();
      reader.abort();
    }
  }

  /** Hands on whole frames. */
  private static final class Ear implements WebSocket.Listener {
    private final Consumer<String> hears;
    private final StringBuilder part = new StringBuilder();

    Ear(Consumer<String> hears) {
      this.hears = hears;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      part.append(data);
      if (last) {
        hears.accept(part.toString());
        part.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }
}
