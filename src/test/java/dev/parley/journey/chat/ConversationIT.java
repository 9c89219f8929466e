package dev.parley.journey.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Talk;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Conversations: how they begin, how each member sees and arranges them, and how they close. */
class ConversationIT {
  private final People people = new People(ParleyServer.shared());
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");

  @Test
  void the_direct_conversation_begins_with_the_connection() {
    try (LiveClient adas = ada.opensLiveSession();
        LiveClient bens = ben.opensLiveSession()) {
      adas.saysHello();
      bens.saysHello();
      ada.connectsWith(ben);

      JsonPath created = adas.awaitEvent("conversation.created");
      assertThat(created.getString("data.kind")).isEqualTo("direct");
      assertThat(created.getString("data.title")).isNull();
      assertThat(created.getBoolean("data.can_send")).isTrue();
      assertThat(created.<String>getList("data.members.user.username"))
          .containsExactlyInAnyOrder(ada.username(), ben.username());
      assertThat(bens.awaitEvent("conversation.created").getString("data.id"))
          .isEqualTo(created.getString("data.id"));
    }
  }

  @Test
  void asking_for_it_again_gives_the_same_one() {
    ada.connectsWith(ben);
    String first =
        ada.post("conversations/", Map.of("username", ben.username()))
            .then()
            .statusCode(200)
            .extract()
            .path("id");
    ben.post(
            "conversations/", Map.of("username", ada.username().toUpperCase(java.util.Locale.ROOT)))
        .then()
        .statusCode(200)
        .body("id", equalTo(first));
  }

  @Test
  void without_a_connection_there_is_none() {
    ada.post("conversations/", Map.of("username", ben.username()))
        .then()
        .statusCode(403)
        .body("code", equalTo("not_connected"));
    ada.requestsConnectionTo(ben);
    ada.post("conversations/", Map.of("username", ben.username()))
        .then()
        .statusCode(403)
        .body("code", equalTo("not_connected"));
    ada.post("conversations/", Map.of("username", ada.username())).then().statusCode(403);
    ada.post("conversations/", Map.of("username", "nobody-of-this-name"))
        .then()
        .statusCode(404)
        .body("code", equalTo("unknown_user"));
    ada.get("conversations/").then().statusCode(200).body("items", equalTo(List.of()));
  }

  @Test
  void what_makes_no_sense_is_refused() {
    for (Object body :
        List.of(
            Map.of(),
            Map.of("title", "Lunch"),
            Map.of("title", " ", "members", List.of()),
            Map.of("title", "x".repeat(101), "members", List.of()),
            Map.of("members", List.of()))) {
      ada.post("conversations/", body).then().statusCode(400);
    }
    ada.get("conversations/not-an-id/").then().statusCode(404);
    ada.get("conversations/?cursor=bm9uc2Vuc2U").then().statusCode(400);
  }

  @Test
  void it_closes_with_the_connection_and_stays_readable() {
    String connection = ada.connectsWith(ben);
    Talk talk = Talk.ofConnected(ada, ben);
    talk.says(ada, "hello");
    long version = talk.seenBy(ben).getLong("version");
    try (LiveClient bens = ben.opensLiveSession()) {
      bens.saysHello();
      ada.removes(connection).then().statusCode(204);

      JsonPath updated = bens.awaitEvent("conversation.updated");
      assertThat(updated.getBoolean("data.can_send")).isFalse();
      assertThat(updated.getLong("data.version")).isGreaterThan(version);
    }
    talk.sends(ben, "are you there?").then().statusCode(403).body("code", equalTo("not_connected"));
    assertThat(talk.heardBy(ben)).containsExactly("hello");
    assertThat(talk.heardBy(ada)).containsExactly("hello");
    ada.post("conversations/", Map.of("username", ben.username())).then().statusCode(403);

    ben.connectsWith(ada);
    assertThat(talk.seenBy(ada).getBoolean("can_send")).isTrue();
    talk.says(ben, "again");
    assertThat(talk.heardBy(ada)).containsExactly("hello", "again");
  }

  @Test
  void the_list_is_newest_activity_first_and_pages() {
    List<Talk> talks = new ArrayList<>();
    for (String name : List.of("cleo", "dan", "eve", "fay", "gil")) {
      talks.add(Talk.between(ada, people.register(name)));
    }
    for (int i : new int[] {3, 0, 4}) {
      talks.get(i).says(ada, "hi");
    }
    List<String> expected =
        java.util.stream.IntStream.of(4, 0, 3, 2, 1).mapToObj(i -> talks.get(i).id()).toList();

    List<String> seen = new ArrayList<>();
    String next = "";
    while (next != null) {
      Response page = ada.get("conversations/?limit=2" + next);
      page.then().statusCode(200);
      seen.addAll(page.jsonPath().getList("items.id"));
      next = page.path("next") == null ? null : "&cursor=" + page.path("next");
    }
    assertThat(seen).isEqualTo(expected);
    assertThat(ada.get("snapshot/").jsonPath().<String>getList("conversations.id"))
        .isEqualTo(expected);
  }

  @Test
  void pin_mute_and_archive_are_mine_on_all_my_devices() {
    Talk talk = Talk.between(ada, ben);
    try (LiveClient phone = ada.onAnotherDevice().opensLiveSession();
        LiveClient bens = ben.opensLiveSession()) {
      phone.saysHello();
      bens.saysHello();
      ada.patch(talk.path(""), Map.of("pinned", true, "muted", true, "archived", true))
          .then()
          .statusCode(200)
          .body("pinned", equalTo(true))
          .body("muted", equalTo(true))
          .body("archived", equalTo(true));

      JsonPath updated =
          phone.awaitFrame(
              frame ->
                  "conversation.updated".equals(frame.getString("event"))
                      && frame.getBoolean("data.archived"));
      assertThat(updated.getBoolean("data.pinned")).isTrue();
      assertThat(updated.getBoolean("data.muted")).isTrue();
      bens.settles();
      assertThat(bens.texts()).noneMatch(text -> text.contains("conversation.updated"));
    }
    assertThat(talk.seenBy(ben).getBoolean("pinned")).isFalse();
    ada.patch(talk.path(""), Map.of("pinned", "yes")).then().statusCode(400);
    ada.patch(talk.path(""), Map.of("title", "Us"))
        .then()
        .statusCode(409)
        .body("code", equalTo("not_a_group"));
  }

  @Test
  void a_draft_is_on_all_my_devices_and_nobody_elses() {
    Talk talk = Talk.between(ada, ben);
    ada.get(talk.path("draft/")).then().statusCode(404).body("code", equalTo("no_draft"));
    try (LiveClient phone = ada.onAnotherDevice().opensLiveSession()) {
      phone.saysHello();
      ada.put(talk.path("draft/"), Map.of("body", "Dear Ben"))
          .then()
          .statusCode(200)
          .body("body", equalTo("Dear Ben"))
          .body("reply_to", nullValue());
      assertThat(phone.awaitEvent("conversation.updated").getString("data.draft.body"))
          .isEqualTo("Dear Ben");
    }
    ada.get(talk.path("draft/"))
        .then()
        .body("body", equalTo("Dear Ben"))
        .body("updated_at", notNullValue());
    ben.get(talk.path("draft/")).then().statusCode(404);
    assertThat(talk.seenBy(ben).getString("draft")).isNull();
    ada.put(talk.path("draft/"), Map.of("body", "x".repeat(8001))).then().statusCode(400);
    ada.put(talk.path("draft/"), Map.of()).then().statusCode(400);

    ada.delete(talk.path("draft/")).then().statusCode(204);
    ada.delete(talk.path("draft/")).then().statusCode(204);
    assertThat(talk.seenBy(ada).getString("draft")).isNull();
  }

  @Test
  void it_shows_its_newest_message_and_the_members() {
    Talk talk = Talk.between(ada, ben);
    assertThat(talk.seenBy(ada).getString("last_message")).isNull();
    talk.says(ben, "first");
    talk.says(ben, "second");
    ada.get(talk.path(""))
        .then()
        .body("last_message.body", equalTo("second"))
        .body("last_message.sender", equalTo(ben.username()))
        .body("last_seq", equalTo(2))
        .body("read_seq", equalTo(0))
        .body("unread_count", equalTo(2))
        .body("member_count", equalTo(2))
        .body("members.role", contains("member", "member"))
        .body("members.user.username", containsInAnyOrder(ada.username(), ben.username()))
        .body("members.user.connection", not(contains("sent")))
        .body("created_at", notNullValue());
  }

  @Test
  void whoever_is_no_member_finds_nothing() {
    Talk talk = Talk.between(ada, ben);
    Person cleo = people.register("cleo");
    cleo.connectsWith(ada);
    for (String id : List.of(talk.id(), UUID.randomUUID().toString())) {
      cleo.get("conversations/" + id + "/")
          .then()
          .statusCode(404)
          .body("code", equalTo("not_found"));
    }
  }

  @Test
  void an_account_that_goes_leaves_the_other_one_the_history() {
    Talk talk = Talk.between(ada, ben);
    talk.says(ben, "farewell");
    ben.delete("me/").then().statusCode(204);
    JsonPath left = talk.seenBy(ada);
    assertThat(left.getBoolean("can_send")).isFalse();
    assertThat(left.getString("last_message.body")).isEqualTo("farewell");
    assertThat(left.getString("last_message.sender")).startsWith("deleted-");
    talk.sends(ada, "hello?").then().statusCode(403);
  }
}
