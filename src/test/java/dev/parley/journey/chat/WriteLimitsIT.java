package dev.parley.journey.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.parley.journey.Calls;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.RaceTrack;
import dev.parley.journey.RaceTrack.Answer;
import dev.parley.journey.StrictServer;
import dev.parley.journey.Talk;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What one person can write, ask and pile up: more than anybody needs, and not without end. */
@ResourceLock("the strict server")
class WriteLimitsIT {
  private final ParleyServer server = StrictServer.shared();
  private final People people = new People(server);
  private final Calls calls = new Calls(server);
  private final Person ada = people.register("ada");

  @Test
  void whoever_changes_more_than_a_person_can_is_told_to_come_back_and_nobody_else_is() {
    Person ben = people.register("ben");
    int tooMany = StrictServer.WRITES * 3;
    List<CompletableFuture<Answer>> flood =
        IntStream.range(0, tooMany)
            .mapToObj(i -> calls.make(ada, "PATCH", "me/", "{\"status_text\":\"" + i + "\"}"))
            .toList();
    List<Integer> statuses = RaceTrack.answers(flood).stream().map(Answer::status).toList();
    assertThat(statuses).containsOnly(200, 429);
    assertThat(statuses.stream().filter(status -> status == 200).count())
        .isGreaterThanOrEqualTo(StrictServer.WRITES);
    ben.patch("me/", Map.of("status_text", "quick")).then().statusCode(200);
  }

  @Test
  void a_refusal_says_when_to_come_back_and_it_works_then() {
    Response refused = untilRefused();
    refused
        .then()
        .statusCode(429)
        .contentType("application/problem+json")
        .body("code", equalTo("too_many_requests"));
    int seconds = Integer.parseInt(refused.header("Retry-After"));
    assertThat(seconds).isBetween(1, 2);
    await()
        .pollDelay(Duration.ofSeconds(seconds))
        .atMost(Duration.ofSeconds(30))
        .until(() -> ada.patch("me/", Map.of("status_text", "again")).statusCode() == 200);
  }

  private Response untilRefused() {
    while (true) {
      List<CompletableFuture<Answer>> flood =
          IntStream.range(0, StrictServer.WRITES)
              .mapToObj(i -> calls.make(ada, "DELETE", "me/avatar/", ""))
              .toList();
      RaceTrack.answers(flood);
      Response answer = ada.patch("me/", Map.of("status_text", "now"));
      if (answer.statusCode() != 200) {
        return answer;
      }
    }
  }

  @Test
  void reading_is_not_writing() {
    untilRefused();
    ada.get("me/").then().statusCode(200);
    ada.get("conversations/").then().statusCode(200);
  }

  @Test
  void exports_are_made_one_at_a_time() {
    List<Answer> answers =
        RaceTrack.answers(
            Stream.generate(() -> calls.make(ada, "GET", "me/export/", "")).limit(12).toList());
    assertThat(answers).extracting(Answer::status).contains(200).contains(429);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 429)
        .allSatisfy(answer -> assertThat(answer.says("too_many_requests")).isTrue());
    ada.get("me/export/").then().statusCode(200);
  }

  @Test
  void searches_end_and_give_their_places_back() {
    for (int i = 0; i < 5; i++) {
      List<Answer> answers =
          RaceTrack.answers(
              Stream.generate(() -> calls.make(ada, "GET", "search/?q=cake", ""))
                  .limit(6)
                  .toList());
      assertThat(answers).extracting(Answer::status).contains(200).isSubsetOf(200, 429);
    }
    ada.get("search/?q=c").then().statusCode(200);
    ada.get("search/").then().statusCode(400);
    ada.get("search/").then().statusCode(400);
    ada.get("search/").then().statusCode(400);
  }

  @Test
  void groups_are_made_so_many_a_day() {
    Map<String, Object> group = Map.of("title", "One more", "members", List.of());
    for (int i = 0; i < StrictServer.GROUPS; i++) {
      ada.post("conversations/", group).then().statusCode(201);
    }
    Response refused = ada.post("conversations/", group);
    refused.then().statusCode(429).body("code", equalTo("too_many_groups"));
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(86_000, 86_400);
  }

  @Test
  void connection_links_are_made_so_many_a_day() {
    for (int i = 0; i < StrictServer.LINKS_A_DAY; i++) {
      String link = ada.post("connection-links/", new HashMap<>()).then().extract().path("id");
      ada.delete("connection-links/" + link + "/").then().statusCode(204);
    }
    ada.post("connection-links/", new HashMap<>())
        .then()
        .statusCode(429)
        .body("code", equalTo("too_many_links_today"));
  }

  @Test
  void so_many_people_are_blocked() {
    List<Person> blocked = new ArrayList<>();
    for (int i = 0; i < StrictServer.BLOCKS; i++) {
      blocked.add(people.register("blocked"));
      ada.blocks(blocked.get(i)).then().statusCode(204);
    }
    Person next = people.register("next");
    ada.blocks(next).then().statusCode(409).body("code", equalTo("too_many_blocks"));
    ada.blocks(blocked.get(0)).then().statusCode(204);
    ada.unblocks(blocked.get(0)).then().statusCode(204);
    ada.blocks(next).then().statusCode(204);
  }

  @Test
  void so_many_notifications_are_kept_the_newest_ones() {
    Person ben = people.register("ben");
    Talk talk = Talk.between(ada, ben);
    for (int i = 0; i < StrictServer.NOTIFICATIONS + 2; i++) {
      talk.says(ada, "@" + ben.username() + " " + i);
    }
    ben.get("notifications/")
        .then()
        .body("items", hasSize(StrictServer.NOTIFICATIONS))
        .body("items.kind", hasItem("message.mentioned"));
  }

  @Test
  void a_sign_in_too_many_ends_the_one_that_was_unused_for_longest() {
    Person desk = ada;
    List<Person> devices = new ArrayList<>();
    for (int i = 0; i < StrictServer.SIGN_INS; i++) {
      devices.add(desk.onAnotherDevice());
    }
    desk.get("me/").then().statusCode(401);
    devices.forEach(device -> device.get("me/").then().statusCode(200));
    devices.get(0).get("me/sessions/").then().body("items", hasSize(StrictServer.SIGN_INS));
  }
}
