package dev.parley.journey.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.parley.journey.Anybody;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Talk;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding messages and people, and never those of others. */
class SearchIT {
  private final ParleyServer server = ParleyServer.shared();
  private final People people = new People(server);
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");
  private final Talk talk = Talk.between(ada, ben);

  private Response searches(Person person, String q, Map<String, ?> narrowing) {
    return person.call().queryParam("q", q).queryParams(narrowing).get(server.api() + "search/");
  }

  private List<String> finds(Person person, String q, Map<String, ?> narrowing) {
    Response answer = searches(person, q, narrowing);
    answer.then().statusCode(200);
    return answer.jsonPath().getList("messages.items.message.body");
  }

  private List<String> finds(Person person, String q) {
    return finds(person, q, Map.of());
  }

  /** Says something last and waits until it can be found, and so everything before it. */
  private void settled() {
    String word = UUID.randomUUID().toString();
    talk.says(ben, word);
    await().atMost(Duration.ofSeconds(60)).until(() -> finds(ben, word).size() == 1);
  }

  @ParameterizedTest
  @CsvSource({
    "haus, Im Krankenhaus",
    "KRANKEN, Im Krankenhaus",
    "надежд, Моя Надежда",
    "語, 日本語の本",
    "grüß, Viele GRÜSSE und Grüße",
    "50%, 50% of it",
    "a_b, a_b",
    "tea pot, the pot for tea",
    "👍, fine 👍"
  })
  void words_and_parts_of_words_are_found_in_every_language(String q, String body) {
    List.of("Im Krankenhaus", "Моя Надежда", "日本語の本", "Viele GRÜSSE und Grüße", "50% of it")
        .forEach(text -> talk.says(ada, text));
    List.of("a_b", "axb", "500 of it", "the pot for tea", "the pot", "tea", "fine 👍")
        .forEach(text -> talk.says(ben, text));
    settled();
    assertThat(finds(ada, q)).containsExactly(body);
  }

  @Test
  void a_hit_says_where_it_stands_and_what_in_it_was_meant() {
    talk.says(ada, "<b>Tea</b>?");
    settled();
    searches(ben, "tea", Map.of())
        .then()
        .statusCode(200)
        .body("messages.items.size()", equalTo(1))
        .body("messages.items[0].message.seq", equalTo(1))
        .body("messages.items[0].message.sender", equalTo(ada.username()))
        .body("messages.items[0].conversation.id", equalTo(talk.id()))
        .body(
            "messages.items[0].highlights",
            equalTo(List.of(Map.of("text", "Tea", "start", 3, "end", 6))));
  }

  @Test
  void edits_are_found_as_they_are_and_deleted_messages_not_at_all() {
    String edited = talk.says(ada, "first wording").getString("id");
    String deleted = talk.says(ada, "second wording").getString("id");
    String quick = talk.says(ada, "third wording").getString("id");
    talk.edits(ada, quick, "third phrasing").then().statusCode(200);
    settled();
    talk.edits(ada, edited, "first phrasing").then().statusCode(200);
    talk.deletes(ada, deleted).then().statusCode(204);
    assertThat(finds(ben, "wording")).isEmpty();
    assertThat(finds(ben, "phrasing")).containsExactly("third phrasing", "first phrasing");
  }

  @Test
  void nobody_finds_what_they_may_not_see() {
    Person cleo = people.register("cleo");
    Person eve = people.register("eve");
    ada.connectsWith(cleo);
    Talk group = Talk.group(ada, "trip", ben);
    group.says(ada, "secret before");
    group.brings(ada, cleo).then().statusCode(201);
    group.says(ada, "secret with cleo");
    group.removes(ada, cleo).then().statusCode(204);
    group.says(ada, "secret after");
    settled();
    await().atMost(Duration.ofSeconds(60)).until(() -> finds(ben, "secret").size() == 3);
    assertThat(finds(ada, "secret"))
        .containsExactly("secret after", "secret with cleo", "secret before");
    for (Person outside : List.of(cleo, eve, people.administrator())) {
      assertThat(finds(outside, "secret")).isEmpty();
      searches(outside, "secret", Map.of("conversation", group.id())).then().statusCode(404);
    }
    group.brings(ada, cleo).then().statusCode(201);
    assertThat(finds(cleo, "secret")).isEmpty();
  }

  @Test
  void a_search_is_narrowed_by_place_person_and_time() {
    Talk group = Talk.group(ada, "tea", ben);
    talk.says(ada, "tea one");
    talk.says(ben, "tea two");
    Instant between = Instant.parse(group.says(ben, "tea three").getString("created_at"));
    talk.says(ada, "tea four");
    settled();
    await().atMost(Duration.ofSeconds(60)).until(() -> finds(ada, "tea").size() == 4);
    assertThat(finds(ada, "tea", Map.of("conversation", group.id()))).containsExactly("tea three");
    assertThat(finds(ada, "tea", Map.of("from", ben.username())))
        .containsExactly("tea three", "tea two");
    assertThat(finds(ada, "tea", Map.of("before", between.toString())))
        .containsExactly("tea two", "tea one");
    assertThat(finds(ada, "tea", Map.of("after", between.toString()))).containsExactly("tea four");
    assertThat(
            finds(
                ada,
                "tea",
                Map.of("from", ada.username(), "before", between.toString(), "limit", 9)))
        .containsExactly("tea one");
  }

  @Test
  void the_cursor_walks_back_from_the_newest() {
    for (int i = 1; i <= 7; i++) {
      talk.says(ada, "word " + i);
    }
    settled();
    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      JsonPath page =
          searches(
                  ben,
                  "word",
                  cursor == null ? Map.of("limit", 3) : Map.of("limit", 3, "cursor", cursor))
              .jsonPath();
      seen.addAll(page.getList("messages.items.message.body"));
      cursor = page.getString("messages.next");
    } while (cursor != null);
    assertThat(seen)
        .containsExactly("word 7", "word 6", "word 5", "word 4", "word 3", "word 2", "word 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=5",
        "q=",
        "q=%20%20",
        "q=%00",
        "q=x&conversation=7",
        "q=x&before=yesterday",
        "q=x&after=2026",
        "q=x&limit=0",
        "q=x&cursor=eA",
        "q=x&cursor=!"
      })
  void a_search_that_makes_no_sense_is_refused(String query) {
    ada.call()
        .urlEncodingEnabled(false)
        .get(server.api() + "search/?" + query)
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  void a_search_needs_a_sign_in_and_is_not_too_long() {
    new Anybody(server).gets("search/?q=x").then().statusCode(401);
    searches(ada, "x".repeat(201), Map.of()).then().statusCode(400);
    searches(ada, "x", Map.of("from", "nobody-of-that-name")).then().statusCode(404);
  }

  @Test
  void people_are_found_by_a_part_of_their_name_as_far_as_they_may_be() {
    String rare = "q" + UUID.randomUUID().toString().substring(0, 8);
    Person friend = people.register(rare);
    Person hidden = people.register(rare);
    Person hiddenFriend = people.register(rare);
    Person blocker = people.register(rare);
    ada.connectsWith(friend);
    ada.connectsWith(hiddenFriend);
    for (Person one : List.of(hidden, hiddenFriend)) {
      one.patch("me/settings/", Map.of("discoverable", false)).then().statusCode(200);
    }
    blocker.blocks(ada).then().statusCode(204);
    Response found = searches(ada, rare.substring(1), Map.of());
    assertThat(found.jsonPath().getList("people.items.username"))
        .containsExactlyInAnyOrder(friend.username(), hiddenFriend.username());
    assertThat(found.jsonPath().getList("people.items.connection"))
        .containsExactly("connected", "connected");
    JsonPath first = searches(ada, rare, Map.of("limit", 1)).jsonPath();
    JsonPath second =
        searches(ada, rare, Map.of("limit", 1, "people_cursor", first.getString("people.next")))
            .jsonPath();
    assertThat(second.getString("people.items[0].username"))
        .isGreaterThan(first.getString("people.items[0].username"));
    assertThat(second.getString("people.next")).isNull();
  }
}
