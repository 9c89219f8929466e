package dev.parley.journey.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.parley.journey.Administrator;
import dev.parley.journey.Anybody;
import dev.parley.journey.Database;
import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is announced reaches everybody once: those who are here, and those who come later. */
class AnnouncementsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private final ParleyServer server = ParleyServer.shared();
  private final Database database = new Database(server);
  private final People people = new People(server);
  private final Administrator root = Administrator.of(server);
  private final Person ada = people.register("crier");
  private final Person ben = people.register("crier");
  private final List<String> published = new ArrayList<>();

  @AfterEach
  void nothing_stays_announced() {
    published.forEach(id -> root.deletes("announcements/" + id + "/"));
  }

  private String publishes(Map<String, ?> announcement) {
    Response answer = root.person().post("admin/announcements/", announcement);
    answer.then().statusCode(201);
    published.add(answer.path("id"));
    return answer.path("id");
  }

  private static Map<String, Object> says(String text) {
    return Map.of("text", text, "level", "warning");
  }

  private List<String> told(Person person, String event, String id) {
    return person
        .get("events/?limit=200&since=0")
        .jsonPath()
        .getList("events.findAll { it.event == '%s' }.data.id".formatted(event), String.class)
        .stream()
        .filter(id::equals)
        .toList();
  }

  @Test
  void those_who_are_here_are_told_live_and_those_who_come_later_when_they_come() {
    try (LiveClient live = ada.opensLiveSession();
        LiveClient elsewhere = ada.onAnotherDevice().opensLiveSession()) {
      live.saysHello();
      elsewhere.saysHello();
      String id = publishes(says("Maintenance at noon"));
      for (LiveClient one : List.of(live, elsewhere)) {
        JsonPath event = one.awaitEvent("announcement.published");
        assertThat(event.getMap("data").keySet())
            .containsExactlyInAnyOrder(
                "id", "text", "level", "from", "to", "created_at", "created_by", "state");
        assertThat(event.getString("data.id")).isEqualTo(id);
        assertThat(event.getString("data.text")).isEqualTo("Maintenance at noon");
        assertThat(event.getString("data.created_by")).isEqualTo("root");
        assertThat(event.getString("data.state")).isEqualTo("current");
      }
      ben.get("announcements/")
          .then()
          .statusCode(200)
          .body("items.find { it.id == '%s' }.level".formatted(id), equalTo("warning"));
      assertThat(told(ben, "announcement.published", id)).isEmpty();
      try (LiveClient late = ben.opensLiveSession()) {
        JsonPath welcome = late.saysHello();
        JsonPath event = late.awaitEvent("announcement.published");
        assertThat(event.getLong("seq")).isEqualTo(welcome.getLong("head") + 1);
      }
      try (LiveClient again = ben.opensLiveSession()) {
        again.saysHello();
        publishes(says("Something else"));
        again.awaitEvent("announcement.published");
        assertThat(told(ben, "announcement.published", id)).hasSize(1);
      }
    }
  }

  @Test
  void places_in_the_journal_stay_gapless_and_both_devices_get_the_same() {
    try (LiveClient live = ada.opensLiveSession()) {
      JsonPath welcome = live.saysHello();
      publishes(says("one"));
      ada.connectsWith(ben);
      publishes(says("two"));
      live.awaitFrame(
          frame ->
              "announcement.published".equals(frame.getString("event"))
                  && "two".equals(frame.getString("data.text")));
      List<Long> places =
          live.frames().stream()
              .filter(frame -> "event".equals(frame.getString("type")))
              .map(frame -> frame.getLong("seq"))
              .toList();
      for (int i = 0; i < places.size(); i++) {
        assertThat(places.get(i)).isEqualTo(welcome.getLong("head") + 1 + i);
      }
    }
  }

  @Test
  void a_scheduled_one_comes_at_its_time_and_ends_by_itself() {
    Instant soon = Instant.now().plusSeconds(3);
    try (LiveClient live = ada.opensLiveSession()) {
      live.saysHello();
      String id =
          publishes(
              Map.of(
                  "text",
                  "At its time",
                  "level",
                  "info",
                  "from",
                  soon.toString(),
                  "to",
                  soon.plusSeconds(4).toString()));
      assertThat(stateOf(id)).isEqualTo("scheduled");
      assertThat(seenNow(id)).isFalse();
      JsonPath event = live.awaitEvent("announcement.published");
      assertThat(Instant.parse(event.getString("at"))).isAfterOrEqualTo(soon.minusMillis(5));
      await().atMost(PATIENCE).until(() -> stateOf(id).equals("over"));
      assertThat(seenNow(id)).isFalse();
    }
  }

  private String stateOf(String id) {
    return root.page("announcements/")
        .getString("items.find { it.id == '%s' }.state".formatted(id));
  }

  private boolean seenNow(String id) {
    return ben.get("announcements/").jsonPath().getList("items.id").contains(id);
  }

  @Test
  void a_withdrawn_one_disappears_where_it_was_shown_and_from_every_replay() {
    try (LiveClient live = ada.opensLiveSession()) {
      live.saysHello();
      String id = publishes(says("A mistake"));
      live.awaitEvent("announcement.published");
      root.person().delete("admin/announcements/" + id + "/").then().statusCode(204);
      assertThat(live.awaitEvent("announcement.withdrawn").getString("data.id")).isEqualTo(id);
      assertThat(told(ada, "announcement.published", id)).isEmpty();
      assertThat(told(ada, "announcement.withdrawn", id)).hasSize(1);
      assertThat(seenNow(id)).isFalse();
      try (LiveClient other = ben.opensLiveSession()) {
        other.saysHello();
        publishes(says("Something else"));
        other.awaitEvent("announcement.published");
        assertThat(told(ben, "announcement.withdrawn", id)).isEmpty();
      }
      root.deletes("announcements/" + id + "/").then().statusCode(404);
      assertThat(root.linesAbout("announcement.deleted", "A mistake").get(0))
          .containsEntry("actor", "root")
          .containsEntry("reason", null);
      assertThat(root.newestLineOf("announcement.published", "root")).isNotNull();
    }
  }

  @Test
  void no_row_is_written_for_those_who_are_away() {
    long rows = rowsOfTheAway();
    String id = publishes(says("For everybody"));
    try (LiveClient live = ada.opensLiveSession()) {
      live.saysHello();
      live.awaitEvent("announcement.published");
      assertThat(
              database.look(
                  "select count(*) from announcement_told where announcement_id::text = ?", id))
          .isEqualTo("1");
      assertThat(rowsOfTheAway()).isEqualTo(rows);
    }
  }

  private long rowsOfTheAway() {
    return Long.parseLong(
        database.look("select count(*) from journal_event where user_id::text = ?", ben.id()));
  }

  @Test
  void what_cannot_be_announced_is_refused_with_its_field() {
    String past = Instant.now().minusSeconds(60).toString();
    for (Map<String, String> wrong :
        List.of(
            Map.of("field", "text", "text", " ", "level", "info"),
            Map.of("field", "text", "text", "x".repeat(501), "level", "info"),
            Map.of("field", "text", "level", "info"),
            Map.of("field", "level", "text", "x", "level", "loud"),
            Map.of("field", "level", "text", "x"),
            Map.of("field", "from", "text", "x", "level", "info", "from", "noon"),
            Map.of("field", "to", "text", "x", "level", "info", "to", past))) {
      root.person()
          .post("admin/announcements/", wrong)
          .then()
          .statusCode(400)
          .body("errors[0].field", equalTo(wrong.get("field")));
    }
    root.deletes("announcements/" + UUID.randomUUID() + "/").then().statusCode(404);
    ada.post("admin/announcements/", says("x")).then().statusCode(403);
    ada.get("admin/announcements/").then().statusCode(403);
    ada.delete("admin/announcements/" + UUID.randomUUID() + "/").then().statusCode(403);
    new Anybody(server).gets("announcements/").then().statusCode(401);
  }
}
