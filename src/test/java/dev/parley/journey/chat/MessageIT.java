package dev.parley.journey.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Talk;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Messages over REST: sent, paged through, edited, deleted and refused. */
class MessageIT {
  private final ParleyServer server = ParleyServer.shared();
  private final People people = new People(server);
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");
  private final Talk talk = Talk.between(ada, ben);

  @Test
  void a_message_is_what_was_sent() {
    String clientId = UUID.randomUUID().toString();
    String body = "  **hi** <b>Ben</b> 👩‍👩‍👧 \u202E ünï\n\n";
    talk.sends(ada, clientId, body)
        .then()
        .statusCode(201)
        .body("id", notNullValue())
        .body("conversation", equalTo(talk.id()))
        .body("seq", equalTo(1))
        .body("sender", equalTo(ada.username()))
        .body("client_id", equalTo(clientId))
        .body("body", equalTo(body))
        .body("reply_to", nullValue())
        .body("mentions", empty())
        .body("attachments", empty())
        .body("reactions", empty())
        .body("created_at", notNullValue())
        .body("edited_at", nullValue())
        .body("deleted_at", nullValue())
        .body("version", equalTo(1));
    assertThat(talk.heardBy(ben)).containsExactly(body);
    assertThat(talk.says(ben, "hello").getLong("seq")).isEqualTo(2);
  }

  @Test
  void a_message_that_cannot_be_kept_is_refused_with_its_reason() {
    Map<Map<String, Object>, String> refusals =
        Map.of(
            Map.of("client_id", "c1", "body", ""), "empty_message",
            Map.of("client_id", "c1"), "empty_message",
            Map.of("client_id", "c1", "body", "x".repeat(8001)), "message_too_long",
            Map.of("client_id", "c1", "body", "a\0b"), "invalid_characters",
            Map.of("body", "hi"), "invalid_client_id",
            Map.of("client_id", "", "body", "hi"), "invalid_client_id",
            Map.of("client_id", "x".repeat(65), "body", "hi"), "invalid_client_id",
            Map.of("client_id", "c1", "body", "hi", "reply_to", "x"), "invalid_reply_to");
    refusals.forEach(
        (body, code) ->
            ada.post(talk.path("messages/"), body)
                .then()
                .statusCode(400)
                .body("code", equalTo(code)));
    sendsRaw("{\"client_id\":\"c1\",\"body\":\"" + "😀".repeat(8001) + "\"}")
        .statusCode(400)
        .body("code", equalTo("message_too_long"));
    sendsRaw("{\"client_id\":\"c1\",\"body\":\"\\ud800\"}")
        .statusCode(400)
        .body("code", equalTo("bad_request"));
    ada.post(talk.path("messages/"), List.of()).then().statusCode(400);
    assertThat(talk.heardBy(ada)).isEmpty();
  }

  @Test
  void the_longest_body_goes_through_unchanged() {
    String longest = "😀".repeat(8000);
    sendsRaw("{\"client_id\":\"c1\",\"body\":\"" + longest + "\"}").statusCode(201);
    assertThat(talk.heardBy(ben)).containsExactly(longest);
  }

  private ValidatableResponse sendsRaw(String json) {
    return ada.call()
        .contentType("application/json; charset=UTF-8")
        .body(json)
        .post(server.api() + talk.path("messages/"))
        .then();
  }

  @Test
  void a_reply_is_to_a_message_of_the_same_conversation() {
    String first = talk.says(ada, "tea?").getString("id");
    talk.replies(ben, first, "yes").then().statusCode(201).body("reply_to", equalTo(first));

    Talk elsewhere = Talk.between(ada, people.register("cleo"));
    String foreign = elsewhere.says(ada, "psst").getString("id");
    for (String id : List.of(foreign, UUID.randomUUID().toString())) {
      talk.replies(ada, id, "hm").then().statusCode(404).body("code", equalTo("reply_not_found"));
    }
  }

  @Test
  void history_is_paged_in_every_direction() {
    IntStream.rangeClosed(1, 25).forEach(i -> talk.says(i % 2 == 0 ? ada : ben, "m" + i));

    assertThat(seqs("limit=10")).isEqualTo(range(16, 25));
    assertThat(seqs("before=16&limit=10")).isEqualTo(range(6, 15));
    assertThat(seqs("before=1")).isEmpty();
    assertThat(seqs("after=20")).isEqualTo(range(21, 25));
    assertThat(seqs("after=0&limit=5")).isEqualTo(range(1, 5));
    assertThat(seqs("after=25")).isEmpty();
    assertThat(seqs("around=12&limit=6")).isEqualTo(range(9, 14));
    assertThat(seqs("around=1&limit=6")).isEqualTo(range(1, 3));
    assertThat(seqs("limit=1000")).isEqualTo(range(1, 25));
    for (String nonsense :
        List.of("limit=0", "limit=x", "before=x", "after=-1", "before=1&after=2", "cursor=eA")) {
      talk.page(ada, nonsense).then().statusCode(400);
    }
  }

  @Test
  void the_cursor_walks_through_all_of_it() {
    IntStream.rangeClosed(1, 7).forEach(i -> talk.says(ada, "m" + i));
    List<Long> seen = new ArrayList<>();
    String query = "limit=3";
    while (query != null) {
      Response page = talk.page(ben, query);
      seen.addAll(0, page.jsonPath().getList("items.seq", Long.class));
      query = page.path("next") == null ? null : "limit=3&cursor=" + page.path("next");
    }
    assertThat(seen).isEqualTo(range(1, 7));
  }

  private List<Long> seqs(String query) {
    Response page = talk.page(ada, query);
    page.then().statusCode(200);
    return page.jsonPath().getList("items.seq", Long.class);
  }

  private static List<Long> range(long from, long to) {
    return java.util.stream.LongStream.rangeClosed(from, to).boxed().toList();
  }

  @Test
  void an_edit_reaches_everybody_and_its_history_is_kept() {
    String message = talk.says(ada, "teh").getString("id");
    try (LiveClient bens = ben.opensLiveSession()) {
      bens.saysHello();
      talk.edits(ada, message, "the")
          .then()
          .statusCode(200)
          .body("body", equalTo("the"))
          .body("edited_at", notNullValue())
          .body("version", equalTo(2));
      JsonPath edited = bens.awaitEvent("message.edited");
      assertThat(edited.getString("data.id")).isEqualTo(message);
      assertThat(edited.getString("data.body")).isEqualTo("the");
    }
    talk.edits(ada, message, "the").then().statusCode(200).body("version", equalTo(2));
    talk.edits(ben, message, "mine").then().statusCode(403).body("code", equalTo("not_the_author"));
    talk.edits(ada, message, "").then().statusCode(400).body("code", equalTo("empty_message"));
    talk.edits(ada, UUID.randomUUID().toString(), "x").then().statusCode(404);
  }

  @Test
  void a_deleted_message_leaves_a_tombstone() {
    String message = talk.says(ada, "oops").getString("id");
    talk.reacts(ben, message, "👍").then().statusCode(204);
    talk.says(ada, "better");
    try (LiveClient bens = ben.opensLiveSession()) {
      bens.saysHello();
      talk.deletes(ada, message).then().statusCode(204);
      JsonPath deleted = bens.awaitEvent("message.deleted");
      assertThat(deleted.getString("data.id")).isEqualTo(message);
      assertThat(deleted.getString("data.body")).isEmpty();
    }
    talk.deletes(ada, message).then().statusCode(204);
    talk.page(ben, "before=2")
        .then()
        .body("items[0].body", equalTo(""))
        .body("items[0].deleted_at", notNullValue())
        .body("items[0].reactions", empty());
    talk.edits(ada, message, "back")
        .then()
        .statusCode(409)
        .body("code", equalTo("message_deleted"))
        .body("current.id", equalTo(message));
    talk.reacts(ben, message, "🎉").then().statusCode(409);
    talk.deletes(ben, talk.says(ada, "mine").getString("id"))
        .then()
        .statusCode(403)
        .body("code", equalTo("not_the_author"));
  }

  @Test
  void an_administrator_may_delete_any_message_and_do_no_more() {
    Person root = people.administrator();
    String message = talk.says(ada, "spam").getString("id");
    root.get(talk.path("")).then().statusCode(404);
    talk.page(root, "limit=9").then().statusCode(404);
    talk.edits(root, message, "ham").then().statusCode(404);
    talk.reacts(root, message, "👍").then().statusCode(404);
    talk.deletes(root, message).then().statusCode(204);
    assertThat(talk.heardBy(ben)).containsExactly("");
    talk.deletes(root, UUID.randomUUID().toString()).then().statusCode(404);
  }

  @Test
  void a_mention_is_noticed_until_it_is_read() {
    try (LiveClient bens = ben.opensLiveSession()) {
      bens.saysHello();
      JsonPath message =
          talk.says(ada, "@" + ben.username() + " and @nobody-here, see " + ada.username());
      assertThat(message.getList("mentions")).containsExactly(ben.username());

      JsonPath noticed = bens.awaitEvent("notification.created");
      assertThat(noticed.getString("data.kind")).isEqualTo("message.mentioned");
      assertThat(noticed.getString("data.data.conversation")).isEqualTo(talk.id());
      assertThat(noticed.getString("data.data.message")).isEqualTo(message.getString("id"));
      assertThat(noticed.getString("data.data.username")).isEqualTo(ada.username());

      talk.reads(ben, 1).then().statusCode(200);
      assertThat(bens.awaitEvent("notification.read").getString("data.read_at")).isNotNull();
    }
  }

  @Test
  void an_edit_notifies_only_whom_it_mentions_newly() {
    String message = talk.says(ada, "hello @" + ben.username()).getString("id");
    talk.edits(ada, message, "hello dear @" + ben.username()).then().statusCode(200);
    String other = talk.says(ada, "hello").getString("id");
    talk.edits(ada, other, "hello @" + ben.username())
        .then()
        .body("mentions", contains(ben.username()));
    List<String> kinds = ben.get("notifications/").jsonPath().getList("items.kind");
    assertThat(kinds.stream().filter("message.mentioned"::equals)).hasSize(2);
  }

  @Test
  void after_the_connection_ends_words_can_be_taken_back_but_not_changed() {
    String message = talk.says(ada, "forever").getString("id");
    talk.reacts(ada, message, "👍").then().statusCode(204);
    ben.blocks(ada).then().statusCode(204);
    talk.edits(ada, message, "one more thing")
        .then()
        .statusCode(403)
        .body("code", equalTo("not_connected"));
    talk.reacts(ada, message, "😡").then().statusCode(403).body("code", equalTo("not_connected"));
    talk.takesBack(ada, message, "👍").then().statusCode(204);
    talk.deletes(ada, message).then().statusCode(204);
  }
}
