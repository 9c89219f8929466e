package dev.parley.journey.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.parley.journey.Administrator;
import dev.parley.journey.Anybody;
import dev.parley.journey.Database;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Settings that change while the application runs. */
class RuntimeSettingsIT {
  private static final Duration AT_ONCE = Duration.ofSeconds(5);
  private final ParleyServer server = ParleyServer.shared();
  private final Anybody anybody = new Anybody(server);
  private final Database database = new Database(server);
  private final People people = new People(server);
  private final Administrator root = Administrator.of(server);

  @AfterEach
  void all_is_as_configured() {
    for (String key :
        List.of(
            "parley.name",
            "parley.registration",
            "parley.limits.pending-requests",
            "parley.limits.attachment-bytes",
            "parley.limits.attachment-quota")) {
      root.deletes("settings/" + key + "/").then().statusCode(200);
    }
  }

  private void changes(String key, Object value) {
    root.puts("settings/" + key + "/", Map.of("value", value)).then().statusCode(200);
  }

  private Map<String, Object> shown(String key) {
    return root.page("settings/").getMap("settings.find { it.key == '%s' }".formatted(key));
  }

  @Test
  void settings_are_shown_with_what_they_mean_and_where_their_value_is_from() {
    Map<String, Object> expected = new HashMap<>();
    expected.put("key", "parley.limits.requests-per-day");
    expected.put("value", 0);
    expected.put("default", 100);
    expected.put("meaning", "connection requests a user may send in a day");
    expected.put("kind", "number");
    expected.put("choices", null);
    expected.put("source", "configuration");
    assertThat(shown("parley.limits.requests-per-day")).isEqualTo(expected);
    assertThat(shown("parley.registration"))
        .containsEntry("source", "default")
        .containsEntry("kind", "choice")
        .containsEntry("choices", List.of("open", "closed"));
    assertThat(shown("parley.limits.request-cooldown")).containsEntry("value", "P7D");
  }

  @Test
  void a_change_counts_at_once_and_is_taken_back() {
    root.puts("settings/parley.name/", Map.of("value", "Ada's place"))
        .then()
        .statusCode(200)
        .body("value", equalTo("Ada's place"))
        .body("default", equalTo("Parley"))
        .body("source", equalTo("administrator"));
    anybody.gets("config/").then().body("name", equalTo("Ada's place"));
    changes("parley.registration", "closed");
    anybody.gets("config/").then().body("sign_in.registration", equalTo(false));
    anybody
        .registers("late-" + UUID.randomUUID().toString().substring(0, 8), "correct horse battery")
        .then()
        .statusCode(403)
        .body("code", equalTo("registration_closed"));
    root.deletes("settings/parley.registration/")
        .then()
        .statusCode(200)
        .body("source", equalTo("default"));
    people.register("again");
    List<Map<String, Object>> lines = root.linesAbout("setting.changed", "parley.registration");
    assertThat(lines.get(0).get("detail")).isEqualTo(Map.of("from", "closed"));
    assertThat(lines.get(1).get("detail")).isEqualTo(Map.of("from", "open", "to", "closed"));
    assertThat(lines.get(1)).containsEntry("reason", Administrator.WHY);
  }

  @Test
  void limits_count_from_the_next_call_on() {
    Person ada = people.register("limit");
    ada.requestsConnectionTo(people.register("limit"));
    changes("parley.limits.pending-requests", 1);
    ada.post("connections/", Map.of("receiver", people.register("limit").username()))
        .then()
        .statusCode(429)
        .body("code", equalTo("too_many_pending"));
    changes("parley.limits.attachment-bytes", 1000);
    anybody.gets("config/").then().body("limits.attachment_bytes", equalTo(1000));
    uploads(ada, 1001).then().statusCode(413);
    uploads(ada, 600).then().statusCode(201);
    changes("parley.limits.attachment-quota", 1000);
    uploads(ada, 600).then().statusCode(409);
  }

  private io.restassured.response.Response uploads(Person person, int size) {
    return person
        .call()
        .multiPart("file", "notes.txt", "x".repeat(size).getBytes(), "text/plain")
        .post(server.api() + "attachments/");
  }

  @Test
  void what_another_node_has_set_counts_within_seconds() {
    database.change(
        "insert into setting (key, value, changed_at) values ('parley.name', 'From elsewhere', now())");
    await()
        .atMost(AT_ONCE)
        .until(() -> "From elsewhere".equals(anybody.gets("config/").path("name")));
    database.change("update setting set value = ' ' where key = 'parley.name'");
    await().atMost(AT_ONCE).until(() -> "Parley".equals(anybody.gets("config/").path("name")));
  }

  @Test
  void a_wrong_value_or_key_is_refused_and_nothing_changes() {
    Map<String, Object> wrong =
        Map.of(
            "parley.name",
            "x".repeat(65),
            "parley.registration",
            "ajar",
            "parley.limits.pending-requests",
            -1,
            "parley.limits.request-cooldown",
            "a week",
            "parley.limits.attachment-bytes",
            0);
    wrong.forEach(
        (key, value) ->
            root.puts("settings/" + key + "/", Map.of("value", value))
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid_input"))
                .body("errors[0].field", equalTo("value")));
    root.person()
        .put("admin/settings/parley.name/", Map.of("value", "x"))
        .then()
        .body("code", equalTo("reason_required"));
    root.puts("settings/parley.name/", Map.of()).then().body("errors[0].field", equalTo("value"));
    root.puts("settings/parley.port/", Map.of("value", 1)).then().statusCode(404);
    root.deletes("settings/parley.port/").then().statusCode(404);
    assertThat(shown("parley.port")).isNull();
    assertThat(shown("parley.name")).containsEntry("value", "Parley");
    Person ada = people.register("limit");
    ada.get("admin/settings/").then().statusCode(403).body("current", nullValue());
    ada.put("admin/settings/parley.name/", Map.of("value", "x")).then().statusCode(403);
  }
}
