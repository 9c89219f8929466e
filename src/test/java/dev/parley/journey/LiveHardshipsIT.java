package dev.parley.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Clients that fall silent or are many, and the server's own end. On a server with a short
 * heartbeat, where the rate of frames and the number of sessions have no limit.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveHardshipsIT {
  private static final Duration LONG = Duration.ofSeconds(60);

  private static final ParleyServer SERVER =
      ParleyServer.start(
          "it-live",
          Map.of(
              "parley.live.heartbeat", "PT4S",
              "parley.limits.frames-per-second", "0",
              "parley.limits.live-sessions-per-user", "0"));

  private final People people = new People(SERVER);
  private final Person ada = people.register("ada");

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void a_limit_of_zero_is_none() {
    List<LiveSession> many = Stream.generate(ada::opensLiveSessionAsProgram).limit(25).toList();
    LiveSession fast = many.get(0);
    CompletableFuture<?> sent = CompletableFuture.completedFuture(null);
    for (int i = 0; i < 1_000; i++) {
      sent = sent.thenCompose(done -> fast.socket().sendText("{\"action\":\"ping\"}", true));
    }
    await().atMost(LONG).until(() -> fast.texts().size() == 1_000);
    many.forEach(live -> assertThat(live.settles().isOpen()).isTrue());
    many.forEach(LiveSession::close);
  }

  @Test
  void who_answers_no_ping_is_closed_and_who_does_is_not() {
    try (LiveSession alive = ada.opensLiveSession();
        RawSocket silent = RawSocket.open(SERVER, ada.ticket())) {
      // The socket gives up after less time than two of the usual heartbeats.
      assertThat(silent.readsUntilClosed()).isEqualTo(1001);
      assertThat(alive.settles().isOpen()).isTrue();
    }
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void a_stopping_server_says_restart_to_everybody() {
    List<LiveSession> live = Stream.generate(ada::opensLiveSessionAsProgram).limit(10).toList();
    live.forEach(LiveSession::settles);
    SERVER.process().handle().destroy();
    live.forEach(session -> assertThat(session.awaitCloseCode()).isEqualTo(1012));
    assertThat(live).allMatch(session -> session.closeReason().equals("restart"));
  }
}
