package dev.parley.journey.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.parley.journey.FreePorts;
import dev.parley.journey.LaunchedProcess;
import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.launcher.EmbeddedDatabase;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A server as an operator may set it up: a database of its own, a trusted proxy in front, the
 * operational paths open and on a port of their own; what happens when its database fails.
 */
class SettingsOfOperatorsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Path DATA = LaunchedProcess.freshFolder("it-operator-database");
  private static final int OPS_PORT = FreePorts.next();
  private static EmbeddedDatabase database;
  private static ParleyServer server;

  @BeforeAll
  static void start() {
    int port = FreePorts.next();
    database = EmbeddedDatabase.start(DATA, port);
    server =
        ParleyServer.start(
            "it-operator",
            Map.of(
                "parley.db.url", database.url(),
                "parley.db.user", database.user(),
                "parley.db.password", database.password(),
                "parley.trusted-proxies", "127.0.0.0/8",
                "parley.ops.public", "true",
                "parley.ops.port", String.valueOf(OPS_PORT)));
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
    database.close();
  }

  @Test
  void without_a_subject_nobody_is_pushed_to() {
    Person ada = new People(server).register("ada");
    String some = "push/subscriptions/0192f8f5-4411-7a0c-9d3e-2b6c8f1a7e55/";
    Stream.of(
            ada.get("push/key/"),
            ada.post("push/subscriptions/", Map.of("endpoint", "https://fcm.googleapis.com/x")),
            ada.delete(some))
        .forEach(
            answer -> answer.then().statusCode(404).body("code", equalTo("push_not_configured")));
  }

  @Test
  void everybody_reads_the_operational_paths_when_they_are_configured_public() {
    for (String path : OperationalPathsIT.PATHS) {
      given().get(server.base() + path).then().statusCode(200);
    }
  }

  @Test
  void the_operational_port_serves_those_paths_and_nothing_else() {
    for (String path : OperationalPathsIT.PATHS) {
      assertThat(RawResponse.call(OPS_PORT, "GET", path).status()).as(path).isEqualTo(200);
    }
    for (String path :
        List.of("/", "/icon.svg", "/chat/api/config/", "/.well-known/jwks.json", "/ws/chat/")) {
      assertThat(RawResponse.call(OPS_PORT, "GET", path).status()).as(path).isEqualTo(404);
    }
  }

  @Test
  void a_trusted_proxy_is_believed_that_the_request_came_by_tls() {
    RawResponse answer =
        RawResponse.request(
            server.port(),
            "GET /chat/api/config/ HTTP/1.1",
            "Host: localhost",
            "Connection: close",
            "X-Forwarded-Proto: https");
    assertThat(answer.header("Strict-Transport-Security")).isPresent();
  }

  @Test
  void a_trusted_proxy_is_believed_whose_address_it_is() {
    Person ada = new People(server).register("ada");
    given()
        .header("X-Forwarded-For", "198.51.100.1, 2001:DB8:0:0:0:0:0:7")
        .contentType("application/json")
        .body(Map.of("username", ada.username(), "password", ada.password()))
        .post(server.api().resolve("login/"))
        .then()
        .statusCode(200);
    assertThat(ada.get("me/sessions/").jsonPath().getList("items.address"))
        .contains("2001:db8::7")
        .doesNotContain("198.51.100.1");
  }

  @Test
  void an_unexpected_error_is_a_number_that_stands_in_the_log_and_nothing_more() throws Exception {
    Person ada = new People(server).register("ada");
    run("alter table notification rename column kind to kind_of_old");
    Response answer;
    try {
      answer = ada.get("notifications/");
    } finally {
      run("alter table notification rename column kind_of_old to kind");
    }
    answer
        .then()
        .statusCode(500)
        .contentType(containsString("application/problem+json"))
        .body("code", equalTo("internal_error"));
    assertThat(answer.asString())
        .doesNotContainIgnoringCase("exception")
        .doesNotContainIgnoringCase("select")
        .doesNotContain("kind")
        .doesNotContain("org.")
        .doesNotContain("java");
    assertThat(server.process().output()).contains(answer.jsonPath().getString("id"));
  }

  private static void run(String sql) throws SQLException {
    try (Connection connection = database.administrator().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void a_database_that_goes_is_told_and_one_that_comes_back_is_used_again() throws Exception {
    Person ada = new People(server).register("ada");
    LiveClient live = ada.opensLiveSession();
    live.saysHello();
    int port = database.port();
    database.close();
    try {
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  ada.get("me/")
                      .then()
                      .statusCode(503)
                      .header("Retry-After", equalTo("5"))
                      .contentType(containsString("application/problem+json"))
                      .body("code", equalTo("unavailable")));
      assertDownButAlive();
      live.sends("{'action':'get_users','id':'lists'}");
      assertThat(live.awaitAnswer("lists").getString("code")).isEqualTo("unavailable");
      assertThat(refusedUpgrade().statusCode()).isEqualTo(503);
    } finally {
      database = EmbeddedDatabase.start(DATA, port);
    }
    awaitReady();
    live.settles().close();
    assertThat(IntStream.range(0, 15).map(i -> ada.get("me/").statusCode())).containsOnly(200);
  }

  /** A ticket that nobody can look for. */
  private static HttpResponse<?> refusedUpgrade() {
    Throwable thrown =
        catchThrowable(() -> LiveClient.open(server.liveAddress() + "?ticket=x", Map.of()));
    assertThat(thrown).hasCauseInstanceOf(WebSocketHandshakeException.class);
    return ((WebSocketHandshakeException) thrown.getCause()).getResponse();
  }

  @Test
  void a_database_that_hangs_is_told_and_used_again_when_it_goes_on() throws Exception {
    awaitReady();
    List<ProcessHandle> processes = processesOfTheDatabase();
    signal("STOP", processes);
    try {
      await().atMost(PATIENCE).untilAsserted(SettingsOfOperatorsIT::assertDownButAlive);
    } finally {
      signal("CONT", processes);
    }
    awaitReady();
  }

  private static List<ProcessHandle> processesOfTheDatabase() throws IOException {
    String pid = Files.readAllLines(DATA.resolve("postgres/postmaster.pid")).get(0).trim();
    ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
  }

  private static void signal(String name, List<ProcessHandle> processes) throws Exception {
    List<String> command = new ArrayList<>(List.of("kill", "-" + name));
    processes.forEach(process -> command.add(String.valueOf(process.pid())));
    new ProcessBuilder(command).start().waitFor();
  }

  @Test
  void a_database_with_an_older_schema_is_not_ready() throws Exception {
    awaitReady();
    run("create table kept_history as table flyway_schema_history");
    run("delete from flyway_schema_history where version > '001'");
    try {
      assertDownButAlive();
    } finally {
      run("insert into flyway_schema_history select * from kept_history where version > '001'");
      run("drop table kept_history");
    }
    awaitReady();
  }

  private static void assertDownButAlive() {
    given()
        .get(server.base() + "/health/ready")
        .then()
        .statusCode(503)
        .body("status", equalTo("DOWN"))
        .body("checks.find { it.name == 'database' }.status", equalTo("DOWN"));
    given().get(server.base() + "/health/live").then().statusCode(200);
  }

  private static void awaitReady() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                given()
                    .get(server.base() + "/health/ready")
                    .then()
                    .statusCode(200)
                    .body("checks.find { it.name == 'database' }.status", equalTo("UP"))
                    .body("checks.find { it.name == 'database' }.data.migration", notNullValue()));
  }
}
