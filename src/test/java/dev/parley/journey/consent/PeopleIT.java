package dev.parley.journey.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Sight;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The directory, the four lists, profiles, and why somebody can or cannot be reached. */
class PeopleIT {
  private static final String[] STRANGERS_MEMBERS = {
    "id", "username", "display_name", "avatar_url", "status_text", "connection", "mutual_count"
  };

  private final People people = new People(ParleyServer.shared());
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");
  private final Sight adas = Sight.of(ada);

  private List<String> search(String q) {
    return ada.call()
        .queryParam("q", q)
        .get(ParleyServer.shared().api().resolve("users/"))
        .jsonPath()
        .getList("users.username");
  }

  private static void isCalled(Person person, String name) {
    person.patch("me/", Map.of("display_name", name)).then().statusCode(200);
  }

  @Test
  void the_four_lists_hold_everybody_once() {
    Person sentTo = people.register("sent");
    Person askedBy = people.register("asked");
    Person friend = people.register("friend");
    ada.requestsConnectionTo(sentTo);
    askedBy.requestsConnectionTo(ada);
    ada.connectsWith(friend);

    assertThat(adas.list("sent_requests")).containsExactly(sentTo.username());
    assertThat(adas.list("pending_requests")).containsExactly(askedBy.username());
    assertThat(adas.list("mutual_connections")).containsExactly(friend.username());
    for (Person related : List.of(sentTo, askedBy, friend, ada)) {
      assertThat(adas.finds(related)).isFalse();
    }
    assertThat(adas.finds(ben)).isTrue();
  }

  @Test
  void search_finds_any_part_of_either_name_whatever_the_case() {
    String mark = UUID.randomUUID().toString().substring(0, 6);
    isCalled(ben, "Ägidius Ößel " + mark.toUpperCase());
    String part = ben.username().substring(2, 10);

    for (String q : List.of(part, part.toUpperCase(), "ößel " + mark, "ÄGIDIUS ÖßEL " + mark)) {
      assertThat(search(q)).as(q).contains(ben.username());
    }
    assertThat(search(mark + "x")).isEmpty();
  }

  @Test
  void a_match_does_not_run_from_one_name_into_the_other() {
    isCalled(ben, "Zebediah");
    assertThat(search(ben.username() + " Zeb")).isEmpty();
  }

  @Test
  void search_knows_no_wildcards() {
    String mark = UUID.randomUUID().toString().substring(0, 8);
    Person percent = people.register("percent");
    Person underscore = people.register("underscore");
    Person backslash = people.register("backslash");
    isCalled(percent, mark + " 100%x");
    isCalled(underscore, mark + " a_bx");
    isCalled(backslash, mark + " c\\dx");

    assertThat(search(mark + " 100%")).containsExactly(percent.username());
    assertThat(search(mark + " a_b")).containsExactly(underscore.username());
    assertThat(search(mark + " c\\d")).containsExactly(backslash.username());
    assertThat(search(mark + "%x")).isEmpty();
    assertThat(search(mark + "_100")).isEmpty();
    assertThat(search(mark + " a\\_b")).isEmpty();
    assertThat(search("'; drop table users; --")).isEmpty();
  }

  @Test
  void a_search_that_cannot_be_is_refused() {
    ada.get("users/?q=" + "x".repeat(101)).then().statusCode(400);
    ada.get("users/?limit=0").then().statusCode(400);
    ada.get("users/?limit=-1").then().statusCode(400);
    ada.get("users/?cursor=%00").then().statusCode(400);
    ada.get("users/?q=%20%20").then().statusCode(200);
  }

  @Test
  void pages_have_no_holes_and_no_doubles_while_people_arrive() {
    String group = "g" + UUID.randomUUID().toString().substring(0, 6);
    List<String> first = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      first.add(people.register(group + i).username());
    }
    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      JsonPath page =
          ada.get("users/?limit=2&q=" + group + (cursor == null ? "" : "&cursor=" + cursor))
              .jsonPath();
      List<String> names = page.getList("users.username");
      assertThat(names).hasSizeLessThanOrEqualTo(2);
      seen.addAll(names);
      cursor = page.getString("next");
      if (seen.size() < 6) {
        people.register(group + "0");
      }
    } while (cursor != null);
    assertThat(seen).doesNotHaveDuplicates().containsAll(first).isSorted();
  }

  @Test
  void who_does_not_want_to_be_found_is_not_found_but_seen_by_name() {
    ben.patch("me/settings/", Map.of("discoverable", false)).then().statusCode(200);
    assertThat(adas.finds(ben)).isFalse();
    ada.get("users/" + ben.username() + "/").then().statusCode(200);
    ada.requestsConnectionTo(ben);
    assertThat(adas.listsNaming(ben)).containsExactly("sent_requests");
  }

  @Test
  void a_stranger_shows_no_more_than_a_stranger_may_see() {
    ben.patch("me/", Map.of("status_text", "for my connections")).then().statusCode(200);
    JsonPath stranger = ada.get("users/" + ben.username() + "/").jsonPath();
    assertThat(stranger.getMap("").keySet())
        .containsExactlyInAnyOrder((Object[]) STRANGERS_MEMBERS);
    assertThat(stranger.getString("status_text")).isEmpty();
    assertThat(stranger.getString("connection")).isEqualTo("none");

    String request = ada.requestsConnectionTo(ben);
    ada.get("users/" + ben.username() + "/").then().body("status_text", equalTo(""));
    ada.get("connections/" + request + "/").then().body("receiver.status_text", equalTo(""));
    ben.accepts(request);
    ada.get("users/" + ben.username() + "/")
        .then()
        .body("status_text", equalTo("for my connections"))
        .body("connection", equalTo("connected"));
  }

  @Test
  void a_connection_is_told_of_a_changed_name() {
    ada.connectsWith(ben);
    adas.events();
    isCalled(ben, "Benjamin");
    assertThat(adas.events()).containsExactly("user.updated");
  }

  @Test
  void nobody_of_a_name_is_a_404() {
    ada.get("users/nobody-there/").then().statusCode(404).body("code", equalTo("unknown_user"));
    ada.get("users/nobody-there/reachability/").then().statusCode(404);
  }

  @Test
  void mutual_connections_are_counted_for_each_viewer() {
    Person cyd = people.register("cyd");
    Person dan = people.register("dan");
    ada.connectsWith(cyd);
    ben.connectsWith(cyd);
    dan.connectsWith(ben);
    ada.requestsConnectionTo(dan);
    assertThat(ada.get("users/" + ben.username() + "/").jsonPath().getInt("mutual_count"))
        .isEqualTo(1);
    assertThat(ada.get("users/?q=" + ben.username()).jsonPath().getInt("users[0].mutual_count"))
        .isEqualTo(1);
    ada.get("users/" + ada.username() + "/").then().body("mutual_count", equalTo(0));

    ada.blocks(cyd);
    ada.get("users/" + ben.username() + "/").then().body("mutual_count", equalTo(0));
  }

  @Test
  void reachability_says_what_can_be_done_and_why_not() {
    reaches(true, false);
    String request = ada.requestsConnectionTo(ben);
    reaches(false, false, "request_pending");
    ada.withdraws(request);
    String theirs = ben.requestsConnectionTo(ada);
    reaches(true, false);
    ada.accepts(theirs);
    reaches(false, true, "already_connected");
    ada.blocks(ben);
    reaches(false, false, "blocked_by_you");
    ada.unblocks(ben);
    ben.patch("me/settings/", Map.of("who_may_request_me", "nobody"));
    reaches(false, false, "not_accepting_requests");
    ada.get("users/" + ada.username() + "/reachability/")
        .then()
        .body("can_request", equalTo(false))
        .body("reasons[0].code", equalTo("cannot_connect_to_yourself"));
  }

  private void reaches(boolean byRequest, boolean byMessage, String... reasons) {
    JsonPath answer = ada.get("users/" + ben.username() + "/reachability/").jsonPath();
    assertThat(answer.getMap("").keySet())
        .containsExactlyInAnyOrder("can_request", "can_message", "reasons");
    assertThat(answer.getBoolean("can_request")).isEqualTo(byRequest);
    assertThat(answer.getBoolean("can_message")).isEqualTo(byMessage);
    assertThat(answer.getList("reasons.code", String.class)).containsExactly(reasons);
    assertThat(answer.getList("reasons.message", String.class)).allMatch(m -> !m.isBlank());
  }

  @Test
  void pages_of_relations_have_every_one_once() {
    List<String> requests = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      requests.add(0, ada.requestsConnectionTo(people.register("page")));
    }
    requests.add(0, people.register("page").requestsConnectionTo(ada));
    List<String> seen = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonPath page = ada.get("connections/?limit=2" + cursor).jsonPath();
      seen.addAll(page.getList("items.id"));
      cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
    }
    assertThat(seen).isEqualTo(requests);
    assertThat(adas.connections("?direction=received")).containsExactly(requests.get(0));
    assertThat(adas.connections("?direction=sent")).isEqualTo(requests.subList(1, 6));
  }
}
