package dev.parley.journey.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers may have any bytes but those that end them. */
class HeaderBytesIT {
  private static final ParleyServer SERVER = ParleyServer.shared();
  private static final int PORT = SERVER.port();

  static Stream<String> headers_with_bytes_above_127() {
    return Stream.of(
            "Cookie: campaign=Unders\u00f8gelse",
            "Cookie: campaign=\ud83d\ude42; other=1",
            "User-Agent: Phone/1.0 \u25c0",
            "Accept-Language: \u00e6",
            "Referer: http://localhost/s\u00f8g?q=\u00e5",
            "X-Anything: \u00ff\u0100")
        .flatMap(
            header -> Stream.of(header, new String(bytes(header), StandardCharsets.ISO_8859_1)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("headers_with_bytes_above_127")
  void bytes_above_127_pass(String header) {
    for (String path : new String[] {"/", "/chat/api/config/", "/sw.js"}) {
      assertThat(get(path, header).status()).as(path).isEqualTo(200);
    }
    assertThat(get("/ws/chat/", header).status()).isEqualTo(401);
  }

  @Test
  void they_pass_with_an_upgrade() {
    Person ada = new People(SERVER).register("ada");
    String ticket = ada.post("ws-ticket/").path("ticket");
    String request =
        "GET /ws/chat/?ticket=%s HTTP/1.1\r\nHost: localhost:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                .formatted(ticket, PORT)
            + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n"
            + "Cookie: campaign=Unders\u00f8gelse\r\n\r\n";
    assertThat(RawResponse.headOfAnswer(PORT, request).status()).isEqualTo(101);
  }

  @Test
  void a_sign_in_from_such_a_device_is_listed_as_text() {
    Person ada = new People(SERVER).register("ada");
    String agent = new String(bytes("Phone/1.0 \u25c0 \u202e!"), StandardCharsets.ISO_8859_1);
    String body =
        "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(ada.username(), ada.password());
    RawResponse signedIn =
        RawResponse.bytes(
            PORT,
            "POST /chat/api/login/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nUser-Agent: "
                + agent
                + "\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length()
                + "\r\n\r\n"
                + body);
    assertThat(signedIn.status()).isEqualTo(200);
    assertThat(ada.get("me/sessions/").jsonPath().getList("items.device"))
        .contains("Phone/1.0 \u25c0 !");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Broken: a\u0000b",
        "X-Broken: \u0000",
        "X-Broken: a\rb",
        "X-Broken: a\nX-More: b",
        "Cookie: a=\r; b=c",
        "User-Agent: a\r\rb",
        "Transfer-Encoding: chu\rnked"
      })
  void line_breaks_and_nul_are_refused(String header) {
    for (String path : new String[] {"/", "/chat/api/config/", "/ws/chat/"}) {
      RawResponse answer = get(path, header);
      assertThat(answer.status()).as(path).isEqualTo(400);
      assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
    }
  }

  @Test
  void what_is_refused_is_told_as_a_problem_and_ends_the_connection() {
    RawResponse answer = get("/chat/api/config/", "X-Broken: a\rb");
    assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/problem+json");
    assertThat(answer.header("Connection")).contains("close");
  }

  @Test
  void a_later_request_on_the_same_connection_is_looked_at_too() {
    String sound = "GET /sw.js HTTP/1.1\r\nHost: localhost\r\n\r\n";
    String broken = "GET /sw.js HTTP/1.1\r\nHost: localhost\r\nX-Broken: a\rb\r\n\r\n";
    RawResponse answers = RawResponse.bytes(PORT, sound + broken + sound);
    assertThat(answers.status()).isEqualTo(200);
    assertThat(answers.body()).containsOnlyOnce("HTTP/1.1 400").doesNotContain("HTTP/1.1 200");
  }

  @Test
  void a_body_keeps_its_bytes() {
    String body = "{\"username\":\"nobody\",\n\r\"password\":\"x\"}";
    RawResponse answer =
        RawResponse.bytes(
            PORT,
            "POST /chat/api/login/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: "
                + body.length()
                + "\r\n\r\n"
                + body);
    assertThat(answer.status()).isEqualTo(401);
  }

  private static RawResponse get(String path, String header) {
    return RawResponse.request(
        PORT, "GET " + path + " HTTP/1.1", "Host: localhost", "Connection: close", header);
  }
}
