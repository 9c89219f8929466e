package dev.parley.journey.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.journey.Anybody;
import dev.parley.journey.Database;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.WatchedServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A log in JSON: each line is an object that says when, how grave, who and what. */
@ResourceLock("the watched server")
class JsonLogIT {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSZ");

  private final ParleyServer server = WatchedServer.shared();
  private final Anybody anybody = new Anybody(server);
  private final Database database = new Database(server);

  @Test
  void every_line_is_an_object() {
    anybody.signsIn("nobody", "a\nwrong \"password\"").then().statusCode(401);
    String id = failsUnexpectedly(new People(server).register("ada"));
    await().atMost(Duration.ofSeconds(30)).until(() -> server.process().output().contains(id));
    List<JsonObject> lines = lines();
    assertThat(lines)
        .isNotEmpty()
        .allSatisfy(
            line -> {
              assertThat(OffsetDateTime.parse(line.getString("Timestamp"), TIME)).isNotNull();
              assertThat(line.getString("Level")).isNotBlank();
              assertThat(line.getString("LoggerName")).isNotNull();
            });
    assertThat(lines)
        .anySatisfy(
            line -> {
              assertThat(line.toString()).contains("Sign-in refused from");
              assertThat(line.getString("LoggerName")).startsWith("dev.parley.");
            })
        .anySatisfy(line -> assertThat(line.toString()).contains(id).contains("SQLException"));
  }

  /** An error with a stack trace, which is many lines in other logs. */
  private String failsUnexpectedly(Person ada) {
    database.change("alter table notification rename column kind to kind_of_old");
    try {
      return ada.get("notifications/").then().statusCode(500).extract().path("id");
    } finally {
      database.change("alter table notification rename column kind_of_old to kind");
    }
  }

  @Test
  void no_secret_stands_in_it_and_nobody_forges_a_line() {
    String secret = "secret " + UUID.randomUUID();
    Person ada = new People(server).register("log");
    anybody.signsIn(ada.username(), secret).then().statusCode(401);
    anybody.signsIn("a\"}\n{\"Level\":\"" + secret, secret).then().statusCode(401);
    anybody.showsAccessToken(ada.accessToken() + "x").then().statusCode(401);
    ada.post("me/password/", Map.of("current_password", secret, "new_password", secret))
        .then()
        .statusCode(403);
    assertThat(lines()).isNotEmpty();
    assertThat(server.process().output())
        .doesNotContain(secret)
        .doesNotContain(ada.password())
        .doesNotContain(ada.accessToken())
        .doesNotContain(ada.refreshToken());
  }

  /** The log, without what the launcher says to whoever started it. */
  private List<JsonObject> lines() {
    return server
        .process()
        .output()
        .lines()
        .filter(line -> !line.isBlank())
        .filter(line -> !line.matches(" {2}(Parley is ready at|Ctrl-C stops it).*"))
        .map(JsonLogIT::object)
        .toList();
  }

  private static JsonObject object(String line) {
    try (JsonReader reader = Json.createReader(new StringReader(line))) {
      return reader.readObject();
    } catch (RuntimeException e) {
      throw new AssertionError("no JSON object: " + line, e);
    }
  }
}
