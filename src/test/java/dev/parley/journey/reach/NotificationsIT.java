package dev.parley.journey.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.parley.journey.Administrator;
import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Sight;
import dev.parley.journey.Talk;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The bell list: what is noted, live and kept, until it has been noticed. */
class NotificationsIT {
  private final People people = new People(ParleyServer.shared());
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");
  private final Sight adas = Sight.of(ada);
  private final Sight bens = Sight.of(ben);

  private static List<String> ids(Person person) {
    return person.get("notifications/").jsonPath().getList("items.id");
  }

  private static void reads(Person person, Object what) {
    person.post("notifications/read/", what).then().statusCode(204);
  }

  @Test
  void a_request_is_noted_with_who_and_what() {
    ada.patch("me/", Map.of("display_name", "Ada L."));
    String request = ada.requestsConnectionTo(ben);
    JsonPath entry = JsonPath.from(ben.get("notifications/").asString()).setRootPath("items[0]");
    assertThat(entry.getMap("").keySet())
        .containsExactlyInAnyOrder("id", "kind", "text", "data", "created_at", "read_at");
    assertThat(entry.getString("kind")).isEqualTo("connection.requested");
    assertThat(entry.getString("text")).isEqualTo("Ada L. wants to connect with you");
    assertThat(entry.getMap("data"))
        .containsEntry("connection_id", request)
        .containsEntry("username", ada.username())
        .containsEntry("display_name", "Ada L.");
    assertThat(entry.getString("read_at")).isNull();
  }

  @Test
  void an_approval_is_noted_for_who_asked() {
    ada.connectsWith(ben);
    ada.get("notifications/")
        .then()
        .body("items[0].kind", equalTo("connection.approved"))
        .body("items[0].text", equalTo("You and " + ben.username() + " are connected"));
  }

  @Test
  void a_rejection_is_noted_for_who_asked() {
    ben.rejects(ada.requestsConnectionTo(ben));
    ada.get("notifications/")
        .then()
        .body("items[0].kind", equalTo("connection.rejected"))
        .body("items[0].text", equalTo(ben.username() + " declined your connection request"));
  }

  @Test
  void a_kind_that_is_switched_off_is_not_noted() {
    Person cyd = people.register("cyd");
    switchesOff(ben, "connection.requested");
    String request = ada.requestsConnectionTo(ben);
    assertThat(bens.bell()).isEmpty();
    assertThat(bens.events()).containsExactly("settings.updated", "connection.requested");

    switchesOff(ada, "connection.approved");
    switchesOff(ada, "connection.rejected");
    ben.accepts(request);
    cyd.rejects(ada.requestsConnectionTo(cyd));
    assertThat(adas.bell()).isEmpty();
    assertThat(Sight.of(cyd).bell()).containsExactly("connection.requested read");
  }

  private static void switchesOff(Person person, String kind) {
    person
        .patch("me/settings/", Map.of("notification_kinds", Map.of(kind, false)))
        .then()
        .statusCode(200);
  }

  @Test
  void notes_come_and_are_read_live_on_every_device() {
    try (LiveClient desk = ben.opensLiveSession();
        LiveClient phone = ben.onAnotherDevice().opensLiveSession()) {
      desk.saysHello();
      phone.saysHello();
      ada.requestsConnectionTo(ben);
      String id = desk.awaitEvent("notification.created").getString("data.id");
      assertThat(phone.awaitEvent("notification.created").getString("data.id")).isEqualTo(id);

      reads(ben, Map.of("ids", List.of(id)));
      for (LiveClient session : List.of(desk, phone)) {
        JsonPath read = session.awaitEvent("notification.read");
        assertThat(read.getString("data.id")).isEqualTo(id);
        assertThat(read.getString("data.read_at")).isNotBlank();
      }
    }
  }

  @Test
  void reading_single_entries_leaves_the_others() {
    threeAskBen();
    List<String> ids = ids(ben);
    reads(ben, Map.of("ids", List.of(ids.get(1))));
    assertThat(ben.get("notifications/").jsonPath().getList("items.read_at"))
        .satisfiesExactly(
            newest -> assertThat(newest).isNull(),
            middle -> assertThat(middle).isNotNull(),
            oldest -> assertThat(oldest).isNull());
  }

  @Test
  void reading_up_to_an_entry_reads_the_older_ones_too_and_again_changes_nothing() {
    threeAskBen();
    String middle = ids(ben).get(1);
    bens.events();
    reads(ben, Map.of("up_to", middle));
    reads(ben, Map.of("up_to", middle));
    assertThat(bens.bell())
        .containsExactly(
            "connection.requested unread",
            "connection.requested read",
            "connection.requested read");
    assertThat(bens.events()).containsExactly("notification.read", "notification.read");
  }

  private void threeAskBen() {
    for (int i = 0; i < 3; i++) {
      people.register("asker").requestsConnectionTo(ben);
    }
  }

  @Test
  void nobody_reads_the_entries_of_others() {
    ada.requestsConnectionTo(ben);
    String bensEntry = ids(ben).get(0);
    reads(ada, Map.of("ids", List.of(bensEntry)));
    reads(ada, Map.of("up_to", bensEntry));
    assertThat(bens.bell()).containsExactly("connection.requested unread");
  }

  @Test
  void what_to_read_must_be_said() {
    List<Object> wrong =
        List.of(
            Map.of(),
            Map.of("up_to", "junk"),
            Map.of("ids", List.of("junk")),
            Map.of("ids", "junk"),
            Map.of("ids", Collections.nCopies(201, UUID.randomUUID().toString())),
            "{\"ids\":[null]}");
    for (Object body : wrong) {
      ada.post("notifications/read/", body).then().statusCode(400);
    }
    reads(ada, Map.of("ids", List.of(UUID.randomUUID().toString())));
  }

  @Test
  void pages_have_every_entry_once_newest_first() {
    threeAskBen();
    List<String> seen = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonPath page = ben.get("notifications/?limit=2" + cursor).jsonPath();
      seen.addAll(page.getList("items.id"));
      cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
    }
    assertThat(seen).hasSize(3).isEqualTo(ids(ben));
    assertThat(seen).isSortedAccordingTo(Comparator.<String>naturalOrder().reversed());
    ben.get("notifications/?cursor=junk").then().statusCode(400);
  }

  @Test
  void an_answered_or_withdrawn_request_needs_no_noticing() {
    Person cyd = people.register("cyd");
    ada.withdraws(ada.requestsConnectionTo(ben));
    ben.rejects(cyd.requestsConnectionTo(ben));
    assertThat(bens.bell()).containsOnly("connection.requested read").hasSize(2);
  }

  @Test
  void an_entry_says_what_it_said_whatever_its_person_is_called_later() {
    ada.patch("me/", Map.of("display_name", "Ada L."));
    ada.requestsConnectionTo(ben);
    ada.patch("me/", Map.of("display_name", "Countess"));
    ben.get("notifications/")
        .then()
        .body("items[0].text", equalTo("Ada L. wants to connect with you"))
        .body("items[0].data.display_name", equalTo("Ada L."));
  }

  @Test
  void a_mention_in_a_message_that_is_deleted_needs_no_noticing() {
    Person cyd = people.register("cyd");
    ada.connectsWith(ben);
    ada.connectsWith(cyd);
    Talk group = Talk.group(ada, "Three", ben, cyd);
    String body = "@%s and @%s".formatted(ben.username(), cyd.username());
    String message = group.says(ada, body).getString("id");
    group.says(ada, "@" + ben.username());
    try (LiveClient bens = ben.opensLiveSession()) {
      bens.saysHello();
      group.deletes(ada, message).then().statusCode(204);
      JsonPath read = bens.awaitEvent("notification.read");
      assertThat(read.getString("data.data.message")).isEqualTo(message);
      assertThat(read.getString("data.read_at")).isNotBlank();
      assertThat(bens.settles().frames())
          .filteredOn(frame -> "notification.read".equals(frame.getString("event")))
          .hasSize(1);
    }
    assertThat(bens.bell())
        .startsWith("message.mentioned unread", "message.mentioned read")
        .filteredOn(entry -> entry.startsWith("message."))
        .hasSize(2);
    assertThat(Sight.of(cyd).bell()).startsWith("message.mentioned read");
  }

  @Test
  void a_mention_that_an_edit_takes_out_needs_no_noticing_and_alarms_no_more_when_it_comes_back() {
    Person cyd = people.register("cyd");
    ada.connectsWith(ben);
    ada.connectsWith(cyd);
    Talk group = Talk.group(ada, "Three", ben, cyd);
    String both = "@%s and @%s".formatted(ben.username(), cyd.username());
    String message = group.says(ada, both).getString("id");
    try (LiveClient bens = ben.opensLiveSession()) {
      bens.saysHello();
      group.edits(ada, message, "only @" + cyd.username()).then().statusCode(200);
      JsonPath read = bens.awaitEvent("notification.read");
      assertThat(read.getString("data.data.message")).isEqualTo(message);
      assertThat(read.getString("data.read_at")).isNotBlank();

      group.edits(ada, message, both).then().statusCode(200).body("mentions", hasSize(2));
      assertThat(bens.settles().frames())
          .noneMatch(frame -> "notification.created".equals(frame.getString("event")));
    }
    assertThat(mentionsIn(bens)).containsExactly("message.mentioned read");
    assertThat(mentionsIn(Sight.of(cyd))).containsExactly("message.mentioned unread");

    group.edits(ada, message, "nobody").then().statusCode(200);
    assertThat(mentionsIn(Sight.of(cyd))).containsExactly("message.mentioned read");
  }

  private static List<String> mentionsIn(Sight sight) {
    return sight.bell().stream().filter(entry -> entry.startsWith("message.")).toList();
  }

  @Test
  void one_message_makes_one_notice_however_often_its_edits_mention_somebody() {
    Talk talk = Talk.between(ada, ben);
    String message = talk.says(ada, "hello").getString("id");
    for (int i = 0; i < 6; i++) {
      talk.edits(ada, message, "@" + ben.username() + " " + i).then().statusCode(200);
      talk.edits(ada, message, "nobody " + i).then().statusCode(200);
    }
    assertThat(mentionsIn(bens)).containsExactly("message.mentioned read");
  }

  @Test
  void who_is_no_member_any_more_needs_no_noticing_of_what_they_cannot_see() {
    Person cyd = people.register("cyd");
    ada.connectsWith(ben);
    ada.connectsWith(cyd);
    Talk group = Talk.group(ada, "Three", ben, cyd);
    group.says(ada, "@%s @%s".formatted(ben.username(), cyd.username()));
    Talk other = Talk.ofConnected(ada, ben);
    other.says(ada, "@" + ben.username());
    try (LiveClient desk = ben.opensLiveSession();
        LiveClient phone = ben.onAnotherDevice().opensLiveSession()) {
      desk.saysHello();
      phone.saysHello();
      group.removes(ada, ben).then().statusCode(204);
      for (LiveClient device : List.of(desk, phone)) {
        assertThat(device.awaitEvent("notification.read").getString("data.data.conversation"))
            .isEqualTo(group.id());
      }
    }
    group.removes(cyd, cyd).then().statusCode(204);

    assertThat(mentionsIn(bens))
        .containsExactly("message.mentioned unread", "message.mentioned read");
    assertThat(mentionsIn(Sight.of(cyd))).containsExactly("message.mentioned read");
  }

  @Test
  void an_edit_does_not_mention_who_came_after_the_message_and_cannot_see_it() {
    Person cyd = people.register("cyd");
    ada.connectsWith(ben);
    ada.connectsWith(cyd);
    Talk group = Talk.group(ada, "Three", ben);
    String message = group.says(ada, "hello").getString("id");
    group.brings(ada, cyd).then().statusCode(201);
    String both = "hello @%s @%s".formatted(ben.username(), cyd.username());
    group.edits(ada, message, both).then().body("mentions", contains(ben.username()));
    assertThat(mentionsIn(Sight.of(cyd))).isEmpty();
    assertThat(mentionsIn(bens)).containsExactly("message.mentioned unread");
  }

  @Test
  void a_block_settles_the_mentions_by_who_is_blocked() {
    Person cyd = people.register("cyd");
    ada.connectsWith(ben);
    ada.connectsWith(cyd);
    Talk group = Talk.group(ada, "Three", ben, cyd);
    group.says(cyd, "@" + ben.username());
    group.says(ada, "@" + ben.username());

    ben.blocks(cyd).then().statusCode(204);

    assertThat(mentionsIn(bens))
        .containsExactly("message.mentioned unread", "message.mentioned read");
  }

  @Test
  void a_record_that_an_administrator_deletes_needs_no_noticing() {
    String connection = ada.requestsConnectionTo(ben);
    ben.accepts(connection);
    assertThat(adas.bell()).containsExactly("connection.approved unread");
    Administrator.of(ParleyServer.shared())
        .deletes("connections/" + connection + "/")
        .then()
        .statusCode(204);
    assertThat(adas.bell()).containsExactly("connection.approved read");
  }

  @Test
  void whoever_blocks_a_member_of_their_group_hears_nothing_of_being_mentioned_by_them() {
    Person cyd = people.register("cyd");
    ada.connectsWith(ben);
    ada.connectsWith(cyd);
    Talk group = Talk.group(ada, "Three", ben, cyd);
    ben.blocks(cyd).then().statusCode(204);
    String name = ben.username();
    assertThat(group.says(cyd, "@" + name).getList("mentions")).containsExactly(name);
    assertThat(bens.bell()).noneMatch(entry -> entry.startsWith("message."));
    group.says(ada, "@" + name);
    assertThat(bens.bell()).startsWith("message.mentioned unread");
  }

  @Test
  void the_snapshot_holds_the_bell_list() {
    ada.requestsConnectionTo(ben);
    assertThat(ben.get("snapshot/").jsonPath().getList("notifications"))
        .isEqualTo(ben.get("notifications/").jsonPath().getList("items"));
  }
}
