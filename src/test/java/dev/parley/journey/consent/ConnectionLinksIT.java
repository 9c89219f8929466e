package dev.parley.journey.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.parley.journey.Anybody;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Sight;
import dev.parley.journey.StrictServer;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Connection links: made, listed, revoked and opened. */
@ResourceLock("the strict server")
class ConnectionLinksIT {
  private final People people = new People(ParleyServer.shared());
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");

  private static JsonPath makes(Person owner, Map<String, Object> wishes) {
    Response answer = owner.post("connection-links/", wishes);
    answer.then().statusCode(201);
    return answer.jsonPath();
  }

  private static String code(JsonPath link) {
    String url = link.getString("url");
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private static Response opens(Person person, JsonPath link) {
    return person.post("connection-links/redeem/", Map.of("code", code(link)));
  }

  private int usesLeft(JsonPath link) {
    return ada.get("connection-links/")
        .jsonPath()
        .getInt("items.find { it.id == '%s' }.uses_left".formatted(link.getString("id")));
  }

  @Test
  void a_link_shows_what_was_asked_for() {
    Instant end = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MILLIS);
    JsonPath link =
        makes(ada, Map.of("uses", 5, "expires_at", end.toString(), "auto_accept", true));
    assertThat(link.getMap("").keySet())
        .containsExactlyInAnyOrder(
            "id", "url", "uses", "uses_left", "auto_accept", "created_at", "expires_at");
    assertThat(link.getString("url")).startsWith(ParleyServer.shared().base() + "/link/");
    assertThat(code(link)).matches("[A-Za-z0-9_-]{22,}");
    assertThat(link.getInt("uses_left")).isEqualTo(5);
    assertThat(Instant.parse(link.getString("expires_at"))).isEqualTo(end);
    assertThat(ada.get("connection-links/").jsonPath().getMap("items[0]"))
        .isEqualTo(link.getMap(""));
    assertThat(ben.get("connection-links/").jsonPath().getList("items")).isEmpty();
  }

  @Test
  void a_link_without_wishes_is_for_one_person_and_a_week() {
    JsonPath link = makes(ada, Map.of());
    assertThat(link.getInt("uses")).isEqualTo(1);
    assertThat(link.getBoolean("auto_accept")).isFalse();
    assertThat(Instant.parse(link.getString("expires_at")))
        .isBetween(
            Instant.now().plus(Duration.ofDays(7)).minusSeconds(60),
            Instant.now().plus(Duration.ofDays(7)).plusSeconds(60));
  }

  @Test
  void wishes_that_make_no_sense_are_refused() {
    List<Map<String, Object>> wrong =
        List.of(
            Map.of("uses", 0),
            Map.of("uses", -1),
            Map.of("uses", 1001),
            Map.of("expires_at", "2020-01-01T00:00:00Z"),
            Map.of("expires_at", "2222-01-01T00:00:00Z"),
            Map.of("expires_at", "soon"),
            Map.of("uses", "many"));
    for (Map<String, Object> wish : wrong) {
      ada.post("connection-links/", wish).then().statusCode(400);
    }
    ada.post("connection-links/redeem/", Map.of()).then().statusCode(400);
    ada.post("connection-links/redeem/", Map.of("code", "a\u0000b")).then().statusCode(400);
    ada.post("connection-links/redeem/", Map.of("code", "unheard-of"))
        .then()
        .statusCode(404)
        .body("code", equalTo("link_not_found"));
  }

  @Test
  void opening_a_link_asks_its_owner_whatever_their_settings() {
    ada.patch("me/settings/", Map.of("who_may_request_me", "nobody", "discoverable", false));
    JsonPath link = makes(ada, Map.of());
    opens(ben, link)
        .then()
        .statusCode(200)
        .body("status", equalTo("pending"))
        .body("receiver.username", equalTo(ada.username()));
    assertThat(Sight.of(ada).bell()).containsExactly("connection.requested unread");
    assertThat(ada.get("connection-links/").jsonPath().getList("items")).isEmpty();
  }

  @Test
  void a_link_that_accepts_connects_at_once() {
    Sight adas = Sight.of(ada);
    Sight bens = Sight.of(ben);
    Response answer = opens(ben, makes(ada, Map.of("auto_accept", true)));
    answer.then().statusCode(200).body("status", equalTo("approved"));
    assertThat(adas.events())
        .containsExactly("connection.approved", "conversation.created", "notification.created");
    assertThat(bens.events()).containsExactly("connection.approved", "conversation.created");
    assertThat(adas.bell()).containsExactly("connection.approved unread");
    assertThat(adas.ledger(answer.path("id")))
        .containsExactly("requested by " + ben.username(), "approved by " + ben.username());
  }

  @Test
  void a_link_that_accepts_connects_somebody_who_waits_already() {
    String request = ben.requestsConnectionTo(ada);
    ada.ignores(request);
    opens(ben, makes(ada, Map.of("auto_accept", true)))
        .then()
        .statusCode(200)
        .body("id", equalTo(request))
        .body("status", equalTo("approved"));
  }

  @Test
  void a_link_of_n_uses_serves_n_people() {
    JsonPath link = makes(ada, Map.of("uses", 2));
    opens(ben, link).then().statusCode(200);
    assertThat(usesLeft(link)).isEqualTo(1);
    opens(people.register("cyd"), link).then().statusCode(200);
    opens(people.register("dan"), link)
        .then()
        .statusCode(410)
        .body("code", equalTo("link_used_up"));
  }

  @Test
  void opening_a_link_twice_uses_it_once() {
    JsonPath link = makes(ada, Map.of("uses", 2));
    String first = opens(ben, link).path("id");
    opens(ben, link).then().statusCode(200).body("id", equalTo(first));
    assertThat(usesLeft(link)).isEqualTo(1);

    JsonPath single = makes(ben, Map.of());
    Person cyd = people.register("cyd");
    String request = opens(cyd, single).path("id");
    opens(cyd, single).then().statusCode(200).body("id", equalTo(request));
  }

  @Test
  void who_is_connected_already_uses_nothing_up() {
    String connection = ada.connectsWith(ben);
    JsonPath link = makes(ada, Map.of());
    opens(ben, link)
        .then()
        .statusCode(200)
        .body("id", equalTo(connection))
        .body("status", equalTo("approved"));
    assertThat(usesLeft(link)).isEqualTo(1);
  }

  @Test
  void a_link_crosses_a_request_of_its_owner() {
    String request = ada.requestsConnectionTo(ben);
    JsonPath link = makes(ada, Map.of());
    opens(ben, link)
        .then()
        .statusCode(200)
        .body("id", equalTo(request))
        .body("status", equalTo("approved"));
    assertThat(usesLeft(link)).isEqualTo(1);
  }

  @Test
  void nobody_opens_their_own_link() {
    opens(ada, makes(ada, Map.of()))
        .then()
        .statusCode(400)
        .body("code", equalTo("cannot_connect_to_yourself"));
  }

  @Test
  void to_somebody_blocked_every_link_is_one_that_is_used_up() {
    Person cyd = people.register("cyd");
    JsonPath usedUp = makes(ada, Map.of());
    opens(cyd, usedUp).then().statusCode(200);
    String answer = opens(ben, usedUp).then().statusCode(410).extract().asString();
    JsonPath used = makes(ada, Map.of("uses", 5));
    String request = opens(ben, used).path("id");

    ada.blocks(ben).then().statusCode(204);
    Sight bens = Sight.of(ben);
    for (JsonPath link :
        List.of(used, makes(ada, Map.of("auto_accept", true)), makes(ada, Map.of("uses", 9)))) {
      Response refused = opens(ben, link);
      refused.then().statusCode(410).body("code", equalTo("link_used_up"));
      assertThat(refused.asString()).isEqualTo(answer);
      ben.post("connection-links/preview/", Map.of("code", code(link)))
          .then()
          .statusCode(410)
          .body("code", equalTo("link_used_up"));
      assertThat(usesLeft(link)).isEqualTo(link == used ? 4 : link.getInt("uses"));
    }
    assertThat(bens.events()).isEmpty();
    assertThat(bens.status(request)).isEqualTo("pending");
    JsonPath revoked = makes(ada, Map.of());
    ada.delete("connection-links/" + revoked.getString("id") + "/").then().statusCode(204);
    assertThat(opens(ben, revoked).asString()).isEqualTo(opens(cyd, revoked).asString());
  }

  @Test
  void who_blocks_the_owner_unblocks_first() {
    ben.blocks(ada);
    opens(ben, makes(ada, Map.of())).then().statusCode(409).body("code", equalTo("blocked_by_you"));
  }

  @Test
  void a_revoked_link_opens_nothing() {
    JsonPath link = makes(ada, Map.of());
    String path = "connection-links/" + link.getString("id") + "/";
    ben.delete(path).then().statusCode(404).body("code", equalTo("not_found"));
    ada.delete(path).then().statusCode(204);
    ada.delete(path).then().statusCode(204);
    ada.delete("connection-links/" + UUID.randomUUID() + "/").then().statusCode(404);
    ada.delete("connection-links/junk/").then().statusCode(404);
    opens(ben, link).then().statusCode(410).body("code", equalTo("link_revoked"));
    assertThat(ada.get("connection-links/").jsonPath().getList("items")).isEmpty();
  }

  @Test
  void an_expired_link_opens_nothing() {
    JsonPath link = makes(ada, Map.of("expires_at", Instant.now().plusSeconds(2).toString()));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> !Instant.parse(link.getString("expires_at")).isAfter(Instant.now()));
    opens(ben, link).then().statusCode(410).body("code", equalTo("link_expired"));
    assertThat(ada.get("connection-links/").jsonPath().getList("items")).isEmpty();
  }

  @Test
  void a_link_shows_who_gives_it_and_what_it_does_before_anything_is_done() {
    ada.patch("me/", Map.of("display_name", "Ada Okafor", "status_text", "for my people"));
    Person cyd = people.register("cyd");
    cyd.connectsWith(ada);
    cyd.connectsWith(ben);
    JsonPath link = makes(ada, Map.of("auto_accept", true));
    Map<String, String> body = Map.of("code", code(link));

    Response toAnybody =
        new Anybody(ParleyServer.shared()).posts("connection-links/preview/", body);
    toAnybody
        .then()
        .statusCode(200)
        .body("owner.display_name", equalTo("Ada Okafor"))
        .body("owner.connection", equalTo("none"))
        .body("owner.status_text", equalTo(""))
        .body("owner.mutual_count", equalTo(0))
        .body("auto_accept", equalTo(true))
        .body("expires_at", equalTo(link.getString("expires_at")));
    assertThat(toAnybody.jsonPath().getMap("").keySet())
        .containsExactlyInAnyOrder("owner", "auto_accept", "expires_at");
    ben.post("connection-links/preview/", body)
        .then()
        .statusCode(200)
        .body("owner.username", equalTo(ada.username()))
        .body("owner.mutual_count", equalTo(1));
    assertThat(usesLeft(link)).isEqualTo(1);
    assertThat(Sight.of(ada).bell()).containsExactly("connection.requested read");
  }

  @Test
  void a_link_that_opens_nothing_shows_nothing() {
    Anybody anybody = new Anybody(ParleyServer.shared());
    JsonPath link = makes(ada, Map.of());
    Map<String, String> body = Map.of("code", code(link));
    anybody
        .posts("connection-links/preview/", Map.of("code", "unheard-of"))
        .then()
        .statusCode(404)
        .body("code", equalTo("link_not_found"));
    opens(ben, link).then().statusCode(200);
    ben.post("connection-links/preview/", body).then().statusCode(200);
    anybody
        .posts("connection-links/preview/", body)
        .then()
        .statusCode(410)
        .body("code", equalTo("link_used_up"));
  }

  @Test
  void a_rejected_person_with_a_link_may_ask_again() {
    ada.rejects(ben.requestsConnectionTo(ada));
    opens(ben, makes(ada, Map.of())).then().statusCode(200).body("status", equalTo("pending"));
  }

  @Test
  void open_links_have_a_limit_and_pages() {
    Person eve = new People(StrictServer.shared()).register("eve");
    String inTwoHours = Instant.now().plusSeconds(7_200).toString();
    JsonPath first = makes(eve, Map.of("uses", 3, "expires_at", inTwoHours));
    JsonPath second = makes(eve, Map.of());
    Response refused = eve.post("connection-links/", Map.of());
    refused.then().statusCode(429).body("code", equalTo("too_many_links"));
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(7_000, 7_200);
    eve.post("connection-links/", Map.of("uses", 4)).then().statusCode(400);

    JsonPath page = eve.get("connection-links/?limit=1").jsonPath();
    assertThat(page.getString("items[0].id")).isEqualTo(second.getString("id"));
    JsonPath next =
        eve.get("connection-links/?limit=1&cursor=" + page.getString("next")).jsonPath();
    assertThat(next.getString("items[0].id")).isEqualTo(first.getString("id"));
    assertThat(next.getString("next")).isNull();

    eve.delete("connection-links/" + first.getString("id") + "/").then().statusCode(204);
    makes(eve, Map.of());
  }
}
