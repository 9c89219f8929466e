package dev.parley.journey.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import dev.parley.journey.Database;
import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.RawSocket;
import dev.parley.journey.Signals;
import io.restassured.path.json.JsonPath;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Clients that stop reading, fall silent, or are many; and the server's own end. On a server with a
 * short heartbeat, where the rate of frames and the number of sessions have no limit.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveHardshipsIT {
  private static final int SLOW = 20;
  private static final int EVENTS = 30_000;
  private static final long FLAT_KIB = 20 * 1024;
  private static final Duration LONG = Duration.ofSeconds(60);

  private static final Duration HEARTBEAT = Duration.ofSeconds(4);

  /** Who stops reading is closed within this time, by the contract. */
  private static final Duration STOPPED = Duration.ofSeconds(30);

  private static final ParleyServer SERVER =
      ParleyServer.start(
          "it-live",
          Map.of(
              "parley.live.heartbeat",
              HEARTBEAT.toString(),
              "parley.presence.grace",
              HEARTBEAT.toString(),
              "parley.limits.frames-per-second",
              "0",
              "parley.limits.live-sessions-per-user",
              "0",
              "parley.limits.request-expiry",
              "0",
              "parley.limits.request-cooldown",
              "0"));

  private final People people = new People(SERVER);
  private final Database database = new Database(SERVER);
  private final Person ada = people.register("ada");

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void a_limit_of_zero_is_none() {
    List<LiveClient> many = Stream.generate(ada::opensLiveSessionAsProgram).limit(25).toList();
    LiveClient fast = many.get(0);
    CompletableFuture<?> sent = CompletableFuture.completedFuture(null);
    for (int i = 0; i < 1_000; i++) {
      sent = sent.thenCompose(done -> fast.socket().sendText("{\"action\":\"ping\"}", true));
    }
    await().atMost(LONG).until(() -> fast.texts().size() == 1_000);
    many.forEach(live -> assertThat(live.settles().isOpen()).isTrue());
    many.forEach(LiveClient::close);
  }

  @Test
  void without_a_limit_of_time_requests_stay_and_may_be_repeated() {
    Person ben = people.register("ben");
    String request = ada.requestsConnectionTo(ben);
    ada.get("connections/" + request + "/").then().body("expires_at", nullValue());
    ben.rejects(request).then().statusCode(200);
    ada.connectsWith(ben);
  }

  @Test
  void a_stream_that_stands_is_mended_counted_and_told_of() {
    Person cyd = people.register("cyd");
    try (LiveClient live = cyd.opensLiveSession()) {
      long head = live.saysHello().getLong("head");
      // An event that is counted and not there can never be pushed.
      database.change(
          "update journal_head set head = head + 1 where user_id = ?", UUID.fromString(cyd.id()));

      JsonPath reset = live.await("reset");
      assertThat(reset.getLong("head")).isEqualTo(head + 1);
      cyd.patch("me/", Map.of("status_text", "here again")).then().statusCode(200);
      assertThat(live.awaitEvent("user.updated").getLong("seq")).isEqualTo(head + 2);
    }
    Person administrator = people.administrator();
    await()
        .atMost(LONG)
        .until(
            () ->
                administrator
                    .get("/metrics?scope=application")
                    .asString()
                    .lines()
                    .anyMatch(line -> line.matches("parley_streams_mended_total.* [1-9].*")));
    JsonPath health = administrator.get("/health/ready").jsonPath();
    assertThat(health.getString("checks.find { it.name == 'live streams' }.status"))
        .isEqualTo("UP");
    assertThat(health.getInt("checks.find { it.name == 'live streams' }.data.mended")).isPositive();
  }

  @Test
  void who_is_half_open_is_seen_offline_within_two_heartbeats() {
    Person ben = people.register("ben");
    ada.connectsWith(ben);
    try (LiveClient adas = ada.opensLiveSession();
        RawSocket silent = RawSocket.open(SERVER, ben.ticket())) {
      adas.saysHello();
      Signals heard = Signals.heardBy(adas);
      heard.awaitState(ben, "online");
      Instant seen = Instant.now();
      heard.awaitState(ben, "offline");
      // The same slack as for who is slow: the machine of the test may be.
      assertThat(Duration.between(seen, Instant.now()))
          .isLessThan(HEARTBEAT.multipliedBy(2).plus(Duration.ofSeconds(10)));
      assertThat(ada.get("users/" + ben.username() + "/").<String>path("presence.state"))
          .isEqualTo("offline");
      assertThat(silent.readsUntilClosed()).isEqualTo(1001);
    }
  }

  @Test
  void who_answers_no_ping_is_closed_and_who_does_is_not() {
    try (LiveClient alive = ada.opensLiveSession();
        RawSocket silent = RawSocket.open(SERVER, ada.ticket())) {
      // The socket gives up after less time than two of the usual heartbeats.
      assertThat(silent.readsUntilClosed()).isEqualTo(1001);
      assertThat(alive.settles().isOpen()).isTrue();
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "only there is a table of connections to read")
  void who_stops_reading_is_closed_and_costs_nobody_anything() {
    Person ben = people.register("ben");
    ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor();
    try (LiveClient bens = ben.opensLiveSession()) {
      bens.saysHello();
      List<RawSocket> slow = slowReaders();
      // They answer all the time, so it is their reading that they are closed for.
      pulse.scheduleAtFixedRate(
          () -> slow.forEach(LiveHardshipsIT::saysThatItIsThere), 0, 500, TimeUnit.MILLISECONDS);
      long before = SERVER.process().usedHeapKib();

      growsJournal(ada);
      await().atMost(LONG).until(() -> slow.stream().allMatch(RawSocket::isStuck));
      // What is on its way through the server just now is no garbage yet; what is held stays.
      await()
          .atMost(STOPPED)
          .until(() -> SERVER.process().usedHeapKib() - before, lessThan(FLAT_KIB));
      assertThat(slow).allMatch(RawSocket::isHeldByTheServer);
      ada.requestsConnectionTo(ben);
      bens.awaitEvent("connection.requested");

      await().atMost(STOPPED).until(() -> slow.stream().noneMatch(RawSocket::isHeldByTheServer));
      assertThat(SERVER.process().usedHeapKib() - before)
          .as("KiB more afterwards")
          .isLessThan(FLAT_KIB);
      assertThat(bens.settles().isOpen()).isTrue();
      slow.forEach(RawSocket::close);
    } finally {
      pulse.shutdownNow();
    }
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void a_stopping_server_says_restart_to_everybody() {
    List<LiveClient> live = Stream.generate(ada::opensLiveSessionAsProgram).limit(10).toList();
    live.forEach(LiveClient::settles);
    SERVER.process().handle().destroy();
    live.forEach(session -> assertThat(session.awaitCloseCode()).isEqualTo(1012));
    assertThat(live).allMatch(session -> session.closeReason().equals("restart"));
  }

  /** Says for a client, as long as it can, that it is there. */
  private static void saysThatItIsThere(RawSocket raw) {
    try {
      raw.sendsPong();
    } catch (UncheckedIOException closed) {
      // As it shall be in the end.
    }
  }

  private List<RawSocket> slowReaders() {
    String epoch = ada.get("snapshot/").path("epoch");
    List<RawSocket> slow =
        IntStream.range(0, SLOW).mapToObj(i -> RawSocket.open(SERVER, ada.ticket())).toList();
    slow.forEach(raw -> raw.sends("{'action':'hello','epoch':'%s','since':0}".formatted(epoch)));
    return slow;
  }

  /** Far more events than the system's buffers hold for a connection. */
  private void growsJournal(Person person) {
    UUID id = UUID.fromString(person.id());
    database.change(
        "insert into journal_event (user_id, seq, type, subject, at)"
            + " select user_id, s, 'user.updated', user_id, now() from journal_head,"
            + " generate_series(head + 1, head + "
            + EVENTS
            + ") s where user_id = ?",
        id);
    database.change("update journal_head set head = head + " + EVENTS + " where user_id = ?", id);
  }
}
