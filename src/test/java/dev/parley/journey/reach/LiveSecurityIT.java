package dev.parley.journey.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.RawSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets a live session, and what it may send: line 10 of the security list. */
class LiveSecurityIT {
  private final ParleyServer server = ParleyServer.shared();
  private final People people = new People(server);
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");

  @Test
  void a_foreign_origin_is_refused_and_our_own_is_not() {
    assertThat(refusal(open("?ticket=" + ada.ticket(), Map.of("Origin", "https://evil.example"))))
        .isEqualTo(403);
    assertThat(refusal(open("?ticket=" + ada.ticket(), Map.of("Origin", "null")))).isEqualTo(403);
    try (LiveClient live =
        LiveClient.open(
            server.liveAddress() + "?ticket=" + ada.ticket(),
            Map.of("Origin", server.base().toString()))) {
      live.settles();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?ticket=", "?ticket=made-up", "?ticket=%00", "?token=x"})
  void without_a_sign_in_there_is_no_upgrade(String query) {
    HttpResponse<?> answer = refused(open(query, Map.of()));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.headers().firstValue("Upgrade")).isEmpty();
  }

  @Test
  void a_bad_token_is_refused() {
    assertThat(refusal(open("", Map.of("Authorization", "Bearer " + ada.accessToken() + "x"))))
        .isEqualTo(401);
  }

  @Test
  void a_token_in_the_address_is_refused() {
    for (String name : List.of("ticket", "token", "access_token", "authorization")) {
      assertThat(refusal(open("?" + name + "=" + ada.accessToken(), Map.of()))).isEqualTo(401);
    }
  }

  @Test
  void a_refresh_token_opens_nothing() {
    assertThat(refusal(open("?ticket=" + ada.refreshToken(), Map.of()))).isEqualTo(401);
    assertThat(refusal(open("", Map.of("Authorization", "Bearer " + ada.refreshToken()))))
        .isEqualTo(401);
  }

  @Test
  void a_ticket_works_once() {
    String ticket = ada.ticket();
    LiveClient.open(server.liveAddress() + "?ticket=" + ticket, Map.of()).close();
    assertThat(refusal(open("?ticket=" + ticket, Map.of()))).isEqualTo(401);
  }

  @Test
  void a_ticket_used_by_many_at_once_opens_one_session() {
    String ticket = ada.ticket();
    List<CompletableFuture<LiveClient>> tries =
        IntStream.range(0, 10)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            LiveClient.open(server.liveAddress() + "?ticket=" + ticket, Map.of())))
            .toList();
    List<LiveClient> opened = tries.stream().flatMap(LiveSecurityIT::opened).toList();
    assertThat(opened).hasSize(1);
    opened.forEach(LiveClient::close);
  }

  @Test
  void a_ticket_is_good_for_thirty_seconds() throws Exception {
    assertThat(ada.post("ws-ticket/").<Integer>path("expires_in")).isEqualTo(30);
    String ticket = ada.ticket();
    try (Connection connection = server.database().getConnection();
        PreparedStatement age =
            connection.prepareStatement(
                "update ws_ticket t set expires_at = t.expires_at - interval '30 s'"
                    + " from sign_in s where s.id = t.sign_in_id and s.user_id = ?")) {
      age.setObject(1, UUID.fromString(ada.id()));
      age.executeUpdate();
    }
    assertThat(refusal(open("?ticket=" + ticket, Map.of()))).isEqualTo(401);
  }

  @Test
  void a_ticket_of_an_ended_sign_in_opens_nothing() {
    String ticket = ada.ticket();
    ada.post("logout/", Map.of()).then().statusCode(204);
    assertThat(refusal(open("?ticket=" + ticket, Map.of()))).isEqualTo(401);
    assertThat(refusal(open("", Map.of("Authorization", "Bearer " + ada.accessToken()))))
        .isEqualTo(401);
  }

  @Test
  void a_plain_request_gets_no_session() {
    assertThat(plain("/ws/chat/", Map.of()).statusCode()).isEqualTo(401);
    Map<String, String> signedIn = Map.of("Authorization", "Bearer " + ada.accessToken());
    assertThat(plain("/ws/chat/", signedIn).statusCode()).isEqualTo(400);
    assertThat(plain("/ws/other", signedIn).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ws/chat", "/ws/chat/"})
  void the_address_is_known_with_and_without_its_slash(String path) {
    String address = "ws://localhost:" + server.port() + path;
    try (LiveClient browser = LiveClient.open(address + "?ticket=" + ada.ticket(), Map.of());
        LiveClient program =
            LiveClient.open(address, Map.of("Authorization", "Bearer " + ada.accessToken()))) {
      browser.settles();
      program.settles();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {65_537, 300_000, 2_000_000})
  void a_frame_too_big_closes(int size) {
    try (LiveClient live = ada.opensLiveSession()) {
      live.socket().sendText("x".repeat(size), true);
      assertThat(live.awaitCloseCode()).isEqualTo(1009);
    }
  }

  @Test
  void a_message_too_big_in_small_parts_closes() {
    try (LiveClient live = ada.opensLiveSession()) {
      for (int i = 0; i < 70; i++) {
        live.socket().sendText("x".repeat(1_000), false).exceptionally(e -> null).join();
      }
      assertThat(live.awaitCloseCode()).isEqualTo(1009);
    }
  }

  @Test
  void characters_count_as_the_bytes_they_are() {
    try (LiveClient live = ada.opensLiveSession()) {
      live.socket().sendText("é".repeat(40_000), true);
      assertThat(live.awaitCloseCode()).isEqualTo(1009);
    }
  }

  @Test
  void a_frame_too_big_closes_when_it_is_announced() {
    try (RawSocket raw = RawSocket.open(server, ada.ticket())) {
      raw.announces(1L << 40);
      assertThat(raw.readsUntilClosed()).isEqualTo(1009);
    }
  }

  @Test
  void pings_without_end_close() {
    try (RawSocket raw = RawSocket.open(server, ada.ticket())) {
      for (int i = 0; i < 1_000; i++) {
        raw.sendsPing();
      }
      assertThat(raw.readsUntilClosed()).isEqualTo(4429);
    }
  }

  @Test
  void empty_parts_without_end_close() {
    try (RawSocket raw = RawSocket.open(server, ada.ticket())) {
      for (int i = 0; i < 1_000; i++) {
        raw.sendsPart(i == 0, new byte[0]);
      }
      assertThat(raw.readsUntilClosed()).isEqualTo(4429);
    }
  }

  @Test
  void binary_closes() {
    try (LiveClient live = ada.opensLiveSession()) {
      live.socket().sendBinary(ByteBuffer.wrap(new byte[] {1, 2, 3}), true);
      assertThat(live.awaitCloseCode()).isEqualTo(1003);
    }
  }

  @Test
  void bytes_that_are_no_text_close() {
    try (RawSocket raw = RawSocket.open(server, ada.ticket())) {
      raw.sendsAsText(new byte[] {'{', (byte) 0xC3, (byte) 0x28, '}'});
      assertThat(raw.readsUntilClosed()).isEqualTo(1007);
    }
  }

  @Test
  void who_sends_too_fast_is_slowed_and_then_closed_and_nobody_else_is() {
    try (LiveClient fast = ada.opensLiveSession();
        LiveClient calm = ben.opensLiveSession()) {
      CompletableFuture<Void> flood = CompletableFuture.runAsync(() -> floods(fast));
      calm.settles();
      assertThat(fast.awaitCloseCode()).isEqualTo(4429);
      assertThat(fast.closeReason()).isEqualTo("too_fast");
      assertThat(fast.texts().size()).as("slowed before").isBetween(41, 400);
      flood.exceptionally(closed -> null).join();
      calm.settles();
    }
  }

  @Test
  void a_flood_on_many_sockets_costs_nobody_else_a_burst() {
    List<LiveClient> flooding = Stream.generate(ada::opensLiveSessionAsProgram).limit(14).toList();
    List<CompletableFuture<Void>> floods =
        flooding.stream().map(live -> CompletableFuture.runAsync(() -> floods(live))).toList();
    for (int round = 0; round < 3; round++) {
      try (LiveClient calm = ben.opensLiveSession()) {
        IntStream.range(0, 48).forEach(i -> calm.sends("{'action':'ping'}"));
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> !calm.isOpen() || calm.texts().size() == 48);
        assertThat(calm.isOpen()).isTrue();
      }
    }
    flooding.forEach(live -> assertThat(live.awaitCloseCode()).isEqualTo(4429));
    floods.forEach(flood -> flood.exceptionally(closed -> null).join());
  }

  private static void floods(LiveClient live) {
    while (live.isOpen()) {
      live.socket().sendText("{\"action\":\"ping\"}", true).join();
    }
  }

  @Test
  void a_user_has_twenty_live_sessions_and_the_next_is_refused() {
    List<LiveClient> open = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      open.add(ada.opensLiveSession());
    }
    HttpResponse<?> answer = refused(open("?ticket=" + ada.ticket(), Map.of()));
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    try (LiveClient other = ben.opensLiveSession()) {
      other.settles();
    }
    open.forEach(LiveClient::close);
  }

  @Test
  void a_race_for_live_sessions_leaves_twenty() {
    List<String> tickets = IntStream.range(0, 30).mapToObj(i -> ada.ticket()).toList();
    List<CompletableFuture<LiveClient>> tries =
        tickets.stream()
            .map(
                ticket ->
                    CompletableFuture.supplyAsync(
                        () ->
                            LiveClient.open(server.liveAddress() + "?ticket=" + ticket, Map.of())))
            .toList();
    List<LiveClient> opened = tries.stream().flatMap(LiveSecurityIT::opened).toList();
    opened.stream().filter(LiveClient::isOpen).forEach(this::answersOrIsClosed);
    assertThat(opened.stream().filter(LiveClient::isOpen)).hasSize(20);
    opened.forEach(LiveClient::close);
  }

  private void answersOrIsClosed(LiveClient live) {
    live.socket().sendText("{\"action\":\"ping\"}", true).exceptionally(closed -> null).join();
    await().until(() -> !live.isOpen() || !live.texts().isEmpty());
  }

  private static Stream<LiveClient> opened(CompletableFuture<LiveClient> attempt) {
    try {
      return Stream.of(attempt.join());
    } catch (CompletionException refused) {
      return Stream.empty();
    }
  }

  private ThrowingCallable open(String query, Map<String, String> headers) {
    return () -> LiveClient.open(server.liveAddress() + query, headers).close();
  }

  private static int refusal(ThrowingCallable opening) {
    return refused(opening).statusCode();
  }

  private static HttpResponse<?> refused(ThrowingCallable opening) {
    Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(opening);
    assertThat(thrown).hasCauseInstanceOf(WebSocketHandshakeException.class);
    return ((WebSocketHandshakeException) thrown.getCause()).getResponse();
  }

  private HttpResponse<String> plain(String path, Map<String, String> headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.base() + path));
    headers.forEach(request::header);
    return HttpClient.newHttpClient().sendAsync(request.build(), BodyHandlers.ofString()).join();
  }
}
