package dev.parley.journey.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Talk;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The journal and the snapshot over REST: the same stream as a live session gets. */
class JournalIT {
  private final People people = new People(ParleyServer.shared());
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");

  @Test
  void the_journal_is_read_after_a_place_in_order_and_without_a_gap() {
    String request = ada.requestsConnectionTo(ben);
    ada.withdraws(request).then().statusCode(200);
    ada.requestsConnectionTo(ben);

    JsonPath whole = ada.get("events/?since=0").jsonPath();
    assertThat(whole.getMap("")).containsOnlyKeys("epoch", "head", "events");
    assertThat(whole.getList("events.event"))
        .containsExactly("connection.requested", "connection.withdrawn", "connection.requested");
    assertThat(whole.getList("events.seq", Long.class)).containsExactly(1L, 2L, 3L);
    assertThat(whole.getLong("head")).isEqualTo(3);
    assertThat(whole.getMap("events[0]")).containsOnlyKeys("type", "seq", "event", "at", "data");
    assertThat(whole.getString("events[0].at"))
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    // A replay tells the present.
    assertThat(whole.getString("events[0].data.status")).isEqualTo("withdrawn");

    JsonPath rest = ada.get("events/?since=1&limit=1").jsonPath();
    assertThat(rest.getList("events.seq", Long.class)).containsExactly(2L);
    assertThat(rest.getLong("head")).isEqualTo(3);
    assertThat(ada.get("events/?since=3").jsonPath().getList("events")).isEmpty();
  }

  @Test
  void a_place_that_is_not_there_is_gone_and_one_that_is_none_is_refused() {
    ada.get("events/?since=7")
        .then()
        .statusCode(410)
        .body("code", equalTo("journal_trimmed"))
        .body("status", equalTo(410));
    for (String none : List.of("", "?since=", "?since=-1", "?since=x", "?since=0&limit=0")) {
      ada.get("events/" + none).then().statusCode(400);
    }
  }

  @Test
  void a_live_session_gets_the_events_of_the_journal_one_by_one() {
    try (LiveClient live = ada.opensLiveSession()) {
      live.saysHello();
      ben.rejects(ada.requestsConnectionTo(ben)).then().statusCode(200);
      live.awaitEvent("notification.created");
      List<String> pushed =
          live.settles().frames().stream()
              .filter(frame -> "event".equals(frame.getString("type")))
              .map(frame -> frame.getLong("seq") + " " + frame.getString("event"))
              .toList();
      JsonPath journal = ada.get("events/?since=0").jsonPath();
      assertThat(pushed)
          .containsExactly(
              "1 connection.requested", "2 connection.rejected", "3 notification.created");
      assertThat(journal.getList("events.event"))
          .containsExactly("connection.requested", "connection.rejected", "notification.created");
    }
  }

  @Test
  void every_id_is_a_uuid_that_begins_with_its_time() {
    ada.connectsWith(ben);
    Talk.ofConnected(ada, ben).says(ada, "hello");
    JsonPath snapshot = ben.get("snapshot/").jsonPath();
    for (String entity :
        List.of(
            "user",
            "connections[0]",
            "conversations[0]",
            "conversations[0].last_message",
            "notifications[0]")) {
      assertThat(UUID.fromString(snapshot.getString(entity + ".id")).version())
          .as(entity)
          .isEqualTo(7);
    }
  }

  @Test
  void a_snapshot_has_these_members_and_its_place_in_the_journal() {
    String connection = ada.connectsWith(ben);
    JsonPath snapshot = ada.get("snapshot/").jsonPath();
    assertThat(snapshot.getMap(""))
        .containsOnlyKeys(
            "epoch",
            "as_of_seq",
            "user",
            "connections",
            "conversations",
            "notifications",
            "settings");
    assertThat(snapshot.getString("user.username")).isEqualTo(ada.username());
    assertThat(snapshot.getList("connections.id")).containsExactly(connection);
    assertThat(snapshot.getList("conversations.kind")).containsExactly("direct");
    JsonPath journal = ada.get("events/?since=0").jsonPath();
    assertThat(snapshot.getString("epoch")).isEqualTo(journal.getString("epoch"));
    assertThat(snapshot.getLong("as_of_seq")).isEqualTo(journal.getLong("head"));
  }
}
