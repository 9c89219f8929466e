package dev.parley.journey.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Sight;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may ask whom, and who may do what with a request. */
class RequestRulesIT {
  private final People people = new People(ParleyServer.shared());
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");
  private final Person eve = people.register("eve");

  private static Response asks(Person sender, Person receiver) {
    return sender.post("connections/", Map.of("receiver", receiver.username()));
  }

  @Test
  void nobody_connects_to_themselves() {
    asks(ada, ada).then().statusCode(400).body("code", equalTo("cannot_connect_to_yourself"));
    ada.blocks(ada).then().statusCode(400).body("code", equalTo("cannot_connect_to_yourself"));
  }

  @Test
  void what_a_request_does_not_have_is_passed_over() {
    ada.post(
            "connections/",
            Map.of(
                "receiver",
                ben.username(),
                "sender",
                eve.username(),
                "status",
                "approved",
                "version",
                9,
                "expires_at",
                "2999-01-01T00:00:00Z",
                "something_new",
                Map.of("deep", 1)))
        .then()
        .statusCode(201)
        .body("sender.username", equalTo(ada.username()))
        .body("status", equalTo("pending"))
        .body("version", equalTo(1))
        .body("expires_at", not(startsWith("2999")));
  }

  @Test
  void a_request_needs_somebody_who_is_there() {
    ada.post("connections/", Map.of("receiver", "nobody-of-that-name"))
        .then()
        .statusCode(404)
        .body("code", equalTo("unknown_user"));
    ada.post("connections/", Map.of("note", "to nobody"))
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("receiver"));
    for (String body : new String[] {"", "null", "[]", "{", "{\"receiver\":{}}", "\"ben\""}) {
      ada.call()
          .contentType("application/json")
          .body(body)
          .post(ParleyServer.shared().api().resolve("connections/"))
          .then()
          .statusCode(400);
    }
  }

  @Test
  void a_username_is_found_in_any_case_of_letters() {
    ada.post("connections/", Map.of("receiver", ben.username().toUpperCase()))
        .then()
        .statusCode(201)
        .body("receiver.username", equalTo(ben.username()));
  }

  @Test
  void names_that_cannot_be_are_nobodys() {
    for (String name : new String[] {"a\u0000b", "%", "💥", "x".repeat(5000), " ", "deleted-1"}) {
      ada.post("connections/", Map.of("receiver", name))
          .then()
          .statusCode(404)
          .body("code", equalTo("unknown_user"));
    }
    ada.call()
        .put(ParleyServer.shared().api() + "blocks/{name}/", "a\u0000b")
        .then()
        .statusCode(oneOf(400, 404));
  }

  @Test
  void a_note_has_at_most_300_characters() {
    ada.post("connections/", Map.of("receiver", ben.username(), "note", "👋".repeat(301)))
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid_input"))
        .body("errors[0].field", equalTo("note"));
    ada.post("connections/", Map.of("receiver", ben.username(), "note", "👋".repeat(300)))
        .then()
        .statusCode(201)
        .body("note", equalTo("👋".repeat(300)));
  }

  @Test
  void a_request_to_somebody_one_blocks_waits_for_the_unblocking() {
    ada.blocks(ben);
    asks(ada, ben).then().statusCode(409).body("code", equalTo("blocked_by_you"));
    ada.unblocks(ben);
    asks(ada, ben).then().statusCode(201);
  }

  @Test
  void the_blocker_first_unblocks_and_then_accepts() {
    ada.blocks(ben);
    String request = ben.requestsConnectionTo(ada);
    for (Response refused : List.of(ada.accepts(request), asks(ada, ben))) {
      refused
          .then()
          .statusCode(409)
          .body("code", equalTo("blocked_by_you"))
          .body("current.id", equalTo(request))
          .body("current.status", equalTo("ignored"));
    }
    ada.unblocks(ben);
    ada.accepts(request).then().statusCode(200).body("status", equalTo("approved"));
  }

  @Test
  void a_rejected_sender_waits_a_week() {
    Instant before = Instant.now();
    ben.rejects(ada.requestsConnectionTo(ben));

    Response refused = asks(ada, ben);
    refused
        .then()
        .statusCode(409)
        .body("code", equalTo("request_cooldown"))
        .body("current.status", equalTo("rejected"))
        .body("current.receiver.username", equalTo(ben.username()));
    assertThat(Instant.parse(refused.path("retry_at")))
        .isBetween(
            before.plus(Duration.ofDays(7)).minusSeconds(1),
            Instant.now().plus(Duration.ofDays(7)).plusSeconds(1));
    ada.get("users/" + ben.username() + "/reachability/")
        .then()
        .body("reasons.code", contains("request_cooldown"))
        .body("reasons.retry_at", contains(refused.<String>path("retry_at")));
    asks(ada, eve).then().statusCode(201);
  }

  @Test
  void only_the_last_request_counts_for_the_cool_down() {
    ben.rejects(ada.requestsConnectionTo(ben));
    String bensOwn = ben.requestsConnectionTo(ada);
    ada.accepts(bensOwn).then().statusCode(200);
    ada.removes(bensOwn).then().statusCode(204);
    asks(ada, ben).then().statusCode(409).body("code", equalTo("request_cooldown"));
  }

  @Test
  void nobody_asks_somebody_who_wants_no_requests() {
    wants(ben, "nobody");
    asks(ada, ben).then().statusCode(403).body("code", equalTo("not_accepting_requests"));
    assertThat(Sight.of(ada).reasonsAgainst(ben)).containsExactly("not_accepting_requests");
    assertThat(Sight.of(ada).finds(ben)).isTrue();

    ben.requestsConnectionTo(ada);
    asks(ada, ben).then().statusCode(200).body("status", equalTo("approved"));
  }

  @Test
  void connections_of_connections_may_ask() {
    wants(ben, "connections_of_connections");
    asks(ada, ben).then().statusCode(403).body("code", equalTo("not_accepting_requests"));

    ada.connectsWith(eve);
    eve.post("connections/", Map.of("receiver", ben.username())).then().statusCode(403);
    ben.connectsWith(eve);

    ada.get("users/" + ben.username() + "/").then().body("mutual_count", equalTo(1));
    asks(ada, ben).then().statusCode(201);
  }

  @Test
  void everyone_may_ask_again_once_the_setting_allows() {
    wants(ben, "nobody");
    wants(ben, "everyone");
    asks(ada, ben).then().statusCode(201);
  }

  private static void wants(Person person, String who) {
    person.patch("me/settings/", Map.of("who_may_request_me", who)).then().statusCode(200);
  }

  @Test
  void the_sender_cannot_answer_a_request() {
    String request = ada.requestsConnectionTo(ben);
    for (Response answer :
        new Response[] {ada.accepts(request), ada.rejects(request), ada.ignores(request)}) {
      answer.then().statusCode(403).body("code", equalTo("not_the_receiver"));
    }
    assertThat(Sight.of(ben).status(request)).isEqualTo("pending");
  }

  @Test
  void the_receiver_cannot_withdraw_a_request() {
    String request = ada.requestsConnectionTo(ben);
    ben.withdraws(request).then().statusCode(403).body("code", equalTo("not_the_sender"));
    assertThat(Sight.of(ben).status(request)).isEqualTo("pending");
  }

  @Test
  void a_stranger_learns_no_more_than_of_an_id_that_does_not_exist() {
    String request = ada.requestsConnectionTo(ben);
    for (String act : new String[] {"", "accept/", "reject/", "ignore/", "withdraw/", "ledger/"}) {
      String ofStranger = nothingThere(act, request);
      for (String id : new String[] {UUID.randomUUID().toString(), "junk", "1", "%27", "null"}) {
        assertThat(nothingThere(act, id)).as(act + " of " + id).isEqualTo(ofStranger);
      }
    }
    assertThat(eve.removes(request).asString())
        .isEqualTo(eve.removes(UUID.randomUUID().toString()).asString());
    assertThat(Sight.of(ben).status(request)).isEqualTo("pending");
  }

  private String nothingThere(String act, String id) {
    String path = "connections/" + id + "/" + act;
    Response answer = act.isEmpty() || act.equals("ledger/") ? eve.get(path) : eve.post(path);
    answer.then().statusCode(404).body("code", equalTo("not_found"));
    Map<String, Object> problem = new HashMap<>(answer.jsonPath().getMap(""));
    problem.remove("instance");
    return problem.toString();
  }

  @Test
  void lists_refuse_filters_that_make_no_sense() {
    for (String query :
        new String[] {"?status=open", "?direction=up", "?limit=0", "?limit=x", "?cursor=x!"}) {
      ada.get("connections/" + query).then().statusCode(400);
    }
    ada.get("connections/?limit=1000").then().statusCode(200);
  }
}
