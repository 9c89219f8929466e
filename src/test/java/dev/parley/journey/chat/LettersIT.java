package dev.parley.journey.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.parley.journey.Anybody;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Talk;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The same letters in any spelling are the same, and what people are shown shows something. */
class LettersIT {
  private final ParleyServer server = ParleyServer.shared();
  private final People people = new People(server);
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");
  private final Talk talk = Talk.between(ada, ben);

  @Test
  void an_emoji_in_two_spellings_is_one_reaction() {
    String message = talk.says(ada, "hm").getString("id");
    Map.of("❤", "❤️", "☺", "☺️", "✌️🏽", "✌🏽", "⚠", "⚠️", "7⃣", "7️⃣")
        .forEach(
            (spelling, emoji) -> {
              talk.reacts(ada, message, spelling).then().statusCode(204);
              talk.reacts(ben, message, emoji).then().statusCode(204);
              talk.page(ada, "limit=1")
                  .then()
                  .body("items[0].reactions.emoji", contains(emoji))
                  .body("items[0].reactions.count", contains(2));
              talk.takesBack(ada, message, emoji).then().statusCode(204);
              talk.takesBack(ben, message, spelling).then().statusCode(204);
              talk.page(ada, "limit=1").then().body("items[0].reactions", empty());
            });
  }

  @Test
  void every_emoji_of_the_picker_is_a_reaction() {
    String message = talk.says(ada, "hm").getString("id");
    List<String> picked = List.of("ℹ️", "⤴️", "⤵️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇩🇪", "👩‍❤️‍💋‍👨");
    picked.forEach(emoji -> talk.reacts(ada, message, emoji).then().statusCode(204));
    talk.page(ben, "limit=1").then().body("items[0].reactions.emoji", equalTo(picked));
  }

  @Test
  void messages_are_found_in_any_spelling_of_their_letters() {
    Map<String, String> said =
        Map.of(
            "Cafe\u0301 today", "CAFÉ",
            "Café tomorrow", "cafe\u0301 tomorrow",
            "\u1112\u1161\u11ab\u1100\u1173\u11af", "한글",
            "東京\u3000会議", "東京 会議",
            "two\u00a0words", "two words",
            "in der Straße", "STRASSE",
            "ΟΔΟΣ", "οδος",
            "می\u200cروم", "میروم");
    said.keySet().forEach(body -> talk.says(ada, body));
    String last = UUID.randomUUID().toString();
    talk.says(ada, last);
    await().atMost(Duration.ofSeconds(60)).until(() -> found(last).contains(last));
    said.forEach((body, q) -> assertThat(found(q)).as(q).contains(body));
    searches("CAFE\u0301 today")
        .then()
        .body("messages.items[0].highlights.text", contains("Cafe\u0301", "today"))
        .body("messages.items[0].highlights.start", contains(0, 6))
        .body("messages.items[0].highlights.end", contains(5, 11));
  }

  @Test
  void people_are_found_in_any_spelling_of_their_names() {
    Person cleo = people.register("cleo");
    Person root = people.administrator();
    String mark = UUID.randomUUID().toString().substring(0, 8);
    Map.of(
            "Andre\u0301 %s", "andré %s",
            "André %s", "ANDRE\u0301 %s",
            "\u1112\u1161\u11ab\u1100\u1173\u11af%s", "한글%s",
            "東京\u3000%s", "東京 %s",
            "Weiß %s", "WEISS %s")
        .forEach(
            (name, q) -> {
              cleo.patch("me/", Map.of("display_name", name.formatted(mark)))
                  .then()
                  .statusCode(200);
              for (String list : List.of("users.username", "people.items.username")) {
                asks(ada, list.startsWith("users") ? "users/" : "search/", q.formatted(mark))
                    .then()
                    .body(list, hasItem(cleo.username()));
              }
              asks(root, "admin/users/", q.formatted(mark))
                  .then()
                  .body("items.username", hasItem(cleo.username()));
            });
  }

  @Test
  void looking_for_nothing_that_can_be_seen_is_looking_for_nothing() {
    asks(ada, "search/", "\u200b\u3164").then().statusCode(400);
    asks(ada, "users/", "\u200b\u00ad").then().statusCode(200).body("users", not(empty()));
  }

  @Test
  void names_and_titles_show_something_in_one_line() {
    Talk group = Talk.group(ada, "tea", ben);
    for (String text :
        List.of("\u200b", "\u3164", "\u2800", "\u00ad", "a\u2028b", "a\nb", "a\u202eb", "\u0301")) {
      refused(ada.patch("me/", Map.of("display_name", text)), "display_name");
      refused(ada.patch("me/", Map.of("status_text", text)), "status_text");
      refused(Talk.beginsGroup(ada, text, ben), "title");
      refused(ada.patch(group.path(""), Map.of("title", text)), "title");
      refused(
          new Anybody(server)
              .posts(
                  "register/",
                  Map.of(
                      "username", "nobody-yet", "password", "Tr0ub4dor&3 x", "display_name", text)),
          "display_name");
    }
  }

  private static void refused(Response answer, String field) {
    answer
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid_input"))
        .body("errors.field", hasItem(field));
  }

  @Test
  void messages_notes_and_reasons_show_something() {
    Person cleo = people.register("cleo");
    Person root = people.administrator();
    for (String text : List.of("\u200b", "\u2800\n", "\u00ad\ufe0f")) {
      talk.sends(ada, text).then().statusCode(400).body("code", equalTo("empty_message"));
      refused(ada.post("connections/", Map.of("receiver", cleo.username(), "note", text)), "note");
      root.post("admin/users/" + cleo.username() + "/disable/", Map.of("reason", text))
          .then()
          .statusCode(400)
          .body("code", equalTo("reason_required"));
      refused(
          root.post(
              "admin/announcements/", Map.of("text", text, "level", "info", "reason", "a test")),
          "text");
    }
  }

  @Test
  void half_a_character_in_a_draft_is_refused() {
    ada.call()
        .body("{\"body\":\"a\\ud83d\"}")
        .contentType("application/json")
        .put(server.api() + talk.path("draft/"))
        .then()
        .statusCode(400);
  }

  @Test
  void a_letter_that_only_folds_to_one_of_a_username_is_none() {
    for (String name : List.of("\u212aelvin", "\u017fam", "ｋelvin", "kelvin\u200b")) {
      Map<String, String> body = Map.of("username", name, "password", "Tr0ub4dor&3 x");
      new Anybody(server)
          .posts("register/", body)
          .then()
          .statusCode(400)
          .body("code", equalTo("invalid_username"));
    }
  }

  @Test
  void a_file_keeps_every_letter_of_its_name() throws Exception {
    for (String name :
        List.of("می\u200cروم.txt", "👨\u200d👩\u200d👧.txt", "🫠.txt", "Cafe\u0301 ❤\ufe0f.txt")) {
      assertThat(isCalled(uploads(name))).isEqualTo(name);
    }
    assertThat(isCalled(uploads("C:\\fakepath\\x.txt"))).isEqualTo("x.txt");
    assertThat(isCalled(uploads("bill\u202etxt.exe"))).isEqualTo("billtxt.exe");
  }

  private String isCalled(String upload) {
    String id = JsonPath.from(upload).getString("id");
    String header = ada.get("attachments/" + id + "/").header("Content-Disposition");
    assertThat(header).startsWith("attachment; filename*=UTF-8''");
    String name = URLDecoder.decode(header.substring(29), StandardCharsets.UTF_8);
    assertThat(JsonPath.from(upload).getString("name")).isEqualTo(name);
    return name;
  }

  /** As browsers write it: the name in UTF-8 as it is. */
  private String uploads(String name) throws Exception {
    String body =
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + name
            + "\"\r\nContent-Type: text/plain\r\n\r\nwords\r\n--x--\r\n";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.api() + "attachments/"))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Authorization", "Bearer " + ada.accessToken())
            .header("Content-Type", "multipart/form-data; boundary=x")
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return answer.body();
  }

  private List<String> found(String q) {
    return searches(q).jsonPath().getList("messages.items.message.body");
  }

  private Response searches(String q) {
    Response answer = asks(ada, "search/", q);
    answer.then().statusCode(200);
    return answer;
  }

  private Response asks(Person person, String path, String q) {
    return person.call().queryParam("q", q).get(server.api() + path);
  }
}
