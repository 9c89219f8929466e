package dev.parley.journey.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journey.Administrator;
import dev.parley.journey.AttachmentCalls;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.SlowClient;
import dev.parley.journey.StrictServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Security, line 14: who sends slowly, or hardly reads, costs nobody else anything. */
@ResourceLock("the strict server")
class HostileBodiesIT {
  private static final int MANY = 200;
  private static final Duration A_SECOND = Duration.ofSeconds(1);
  private static final ParleyServer SERVER = ParleyServer.shared();
  private static final ParleyServer STRICT = StrictServer.shared();

  @Test
  void two_hundred_slow_bodies_keep_nobody_waiting() {
    List<SlowClient> slow =
        many(SERVER, begin("POST", "login/", "application/json", "Content-Length: 60000") + "{");
    try {
      assertThatOthersAreAnswered();
    } finally {
      slow.forEach(SlowClient::close);
    }
  }

  @Test
  void two_hundred_readers_who_hardly_read_keep_nobody_waiting() {
    Person ada = new People(SERVER).register("ada");
    byte[] file = new byte[4_000_000];
    new Random(1).nextBytes(file);
    String id = new AttachmentCalls(SERVER).keeps(ada, "all.bin", file);
    int before = SERVER.process().output().length();
    List<SlowClient> slow = many(SERVER, fetch(ada, "attachments/" + id + "/"));
    try {
      slow.forEach(client -> assertThat(client.hearsLine()).contains(" 200 "));
      assertThatOthersAreAnswered();
    } finally {
      slow.forEach(SlowClient::close);
    }
    assertThatOthersAreAnswered();
    assertThat(SERVER.process().output().substring(before)).isBlank();
  }

  static Stream<String> bodies_of_every_kind() {
    String length = "Content-Length: 60000";
    String chunked = "Transfer-Encoding: chunked";
    Person eve = new People(STRICT).register("eve");
    String token = "\r\nAuthorization: Bearer " + eve.accessToken();
    String multipart = "multipart/form-data; boundary=x";
    return Stream.of(
        begin("POST", "login/", "application/json", length) + "{",
        begin("POST", "login/", "application/json", chunked) + "1\r\n{\r\n",
        begin("PATCH", "me/", "application/json", length + token) + "{",
        begin("POST", "attachments/", multipart, length + token) + "-",
        begin("POST", "attachments/", multipart, chunked + token) + "1\r\n-\r\n",
        begin("POST", "login/", "application/x-www-form-urlencoded", length) + "a",
        begin("POST", "nothing/here/", "text/plain", length) + "a",
        begin("DELETE", "me/", "application/json", length + token) + "{",
        begin("GET", "config/", "application/json", length) + "{",
        begin("POST", "login/", "application/json", length + "\r\nExpect: 100-continue"));
  }

  @ParameterizedTest
  @MethodSource("bodies_of_every_kind")
  void a_body_that_hardly_moves_is_given_up(String request) {
    try (SlowClient client = SlowClient.says(STRICT, request)) {
      String line = client.hearsLine();
      if (line.contains(" 100 ")) {
        client.hearsLine();
        line = client.hearsLine();
      }
      assertThat(line).contains(" 408 ");
      assertThat(client.hearsTheRest()).isPositive();
    }
  }

  @Test
  void a_form_of_many_parts_is_refused_at_once() {
    Person eve = new People(SERVER).register("eve");
    String group =
        eve.post("conversations/", Map.of("title", "Of one", "members", List.of())).path("id");
    List<String> floods =
        List.of(
            "--x\r\n\r\n\r\n".repeat(200_000),
            "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n".repeat(1500),
            "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\na\r\n".repeat(1500),
            "--x\r\nContent-Disposition: form-data\r\n\r\na\r\n",
            "--x\r\nContent-Disposition form-data; name=\"file\"\r\n\r\na\r\n");
    for (String flood : floods) {
      assertThatIsRefused(eve, "POST", "attachments/", flood);
      assertThatIsRefused(eve, "PUT", "me/avatar/", flood);
      assertThatIsRefused(eve, "PUT", "conversations/" + group + "/picture/", flood);
      assertThatIsRefused(
          Administrator.of(SERVER).person(), "POST", "admin/users/import/?reason=test", flood);
    }
  }

  private static void assertThatIsRefused(Person person, String method, String path, String parts) {
    int status =
        person
            .call()
            .contentType("multipart/form-data; boundary=x")
            .body((parts + "--x--\r\n").getBytes(StandardCharsets.ISO_8859_1))
            .request(method, SERVER.api().resolve(path))
            .statusCode();
    assertThat(status).as(path).isIn(400, 413);
  }

  @Test
  void a_client_that_leaves_is_no_news() {
    int before = SERVER.process().output().length();
    for (int i = 0; i < 100; i++) {
      SlowClient.says(
              SERVER, begin("POST", "login/", "application/json", "Content-Length: 6000") + "{")
          .close();
    }
    assertThatOthersAreAnswered();
    assertThat(SERVER.process().output().substring(before)).doesNotContain("Exception");
  }

  /** The first call takes the time that its own client needs to begin. */
  @BeforeAll
  static void the_server_answers() {
    given().get(SERVER.api().resolve("config/")).then().statusCode(200);
  }

  private static void assertThatOthersAreAnswered() {
    for (int i = 0; i < 5; i++) {
      long before = System.nanoTime();
      given().get(SERVER.api().resolve("config/")).then().statusCode(200);
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(A_SECOND);
    }
  }

  private static List<SlowClient> many(ParleyServer server, String text) {
    return IntStream.range(0, MANY).mapToObj(i -> SlowClient.says(server, text)).toList();
  }

  private static String fetch(Person person, String path) {
    return "GET /chat/api/"
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
        + person.accessToken()
        + "\r\n\r\n";
  }

  private static String begin(String method, String path, String type, String headers) {
    return method
        + " /chat/api/"
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
        + type
        + "\r\n"
        + headers
        + "\r\n\r\n";
  }
}
