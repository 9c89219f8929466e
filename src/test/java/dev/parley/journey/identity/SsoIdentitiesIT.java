package dev.parley.journey.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.parley.journey.Anybody;
import dev.parley.journey.AtOnce;
import dev.parley.journey.Guest;
import dev.parley.journey.IdentityProvider;
import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.ProviderToken;
import dev.parley.journey.SsoServer;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The ways to sign in that somebody adds to their account and takes away. */
@ResourceLock("the server with single sign-on")
class SsoIdentitiesIT {
  private final ParleyServer server = SsoServer.shared();
  private final IdentityProvider acme = SsoServer.ACME;
  private final Person ada = new People(server).register("ada");
  private final String subject = UUID.randomUUID().toString();

  private ProviderToken idToken() {
    return acme.idToken(subject).with("nonce", "n").with("preferred_username", "a.okafor");
  }

  private static Response links(Person person, ProviderToken token) {
    return person.post(
        "me/identities/", Map.of("provider", "acme", "id_token", token.text(), "nonce", "n"));
  }

  private static String identityOf(Person person) {
    return person.get("me/identities/").path("items[0].id");
  }

  @Test
  void a_person_links_a_provider_and_signs_in_by_it() {
    ada.get("me/identities/").then().statusCode(200).body("items", empty());
    links(ada, idToken())
        .then()
        .statusCode(201)
        .body("next", nullValue())
        .body("items.size()", equalTo(1))
        .body("items[0].provider", equalTo("acme"))
        .body("items[0].label", equalTo("Acme Corporation"))
        .body("items[0].issuer", equalTo(acme.issuer()))
        .body("items[0].subject", equalTo(subject))
        .body("items[0].name", equalTo("a.okafor"))
        .body("items[0].last_used_at", nullValue());
    Person again = new Guest(server).signsIn(idToken());
    assertThat(again.id()).isEqualTo(ada.id());
    assertThat(again.username()).isEqualTo(ada.username());
    links(ada, idToken()).then().statusCode(200).body("items.size()", equalTo(1));
  }

  @Test
  void linking_needs_a_sign_in_a_nonce_and_a_fresh_token() {
    ProviderToken token = idToken();
    Map<String, String> body = Map.of("provider", "acme", "id_token", token.text(), "nonce", "n");
    new Anybody(server).posts("me/identities/", body).then().statusCode(401);
    ada.post("me/identities/", Map.of("provider", "acme", "id_token", token.text()))
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("nonce"));
    Map<String, String> other = new HashMap<>(body);
    other.put("nonce", "another");
    ada.post("me/identities/", other).then().statusCode(401);
    ada.get("me/").then().statusCode(200);
    new Guest(server).signsIn(token);
    links(ada, token).then().statusCode(401).body("code", equalTo("sso_token_refused"));
    ada.get("me/identities/").then().body("items", empty());
  }

  @Test
  void what_somebody_signs_in_by_is_nobody_elses() {
    Person kim = new Guest(server).signsIn(idToken());
    links(ada, idToken())
        .then()
        .statusCode(409)
        .body("code", equalTo("identity_taken"))
        .body("current", nullValue());
    ada.get("me/identities/").then().body("items", empty());
    ada.delete("me/identities/" + identityOf(kim) + "/")
        .then()
        .statusCode(404)
        .body("code", equalTo("not_found"));
    ada.delete("me/identities/no-id/").then().statusCode(404);
  }

  @Test
  void of_two_people_who_link_the_same_one_gets_it() {
    Person ben = new People(server).register("ben");
    List<Integer> statuses =
        AtOnce.each(List.of(ada, ben), person -> links(person, idToken()).statusCode());
    assertThat(statuses).containsExactlyInAnyOrder(201, 409);
  }

  @Test
  void the_only_way_in_cannot_be_taken_away() {
    Person kim = new Guest(server).signsIn(idToken());
    kim.delete("me/identities/" + identityOf(kim) + "/")
        .then()
        .statusCode(409)
        .body("code", equalTo("last_sign_in_way"))
        .body("current.id", equalTo(identityOf(kim)))
        .body("current.subject", equalTo(subject));
    links(kim, acme.idToken(subject + "-second").with("nonce", "n")).then().statusCode(201);
    kim.delete("me/identities/" + identityOf(kim) + "/").then().statusCode(204);
    kim.get("me/identities/").then().body("items.subject", contains(subject + "-second"));
  }

  @Test
  void of_two_ways_taken_away_at_once_one_stays() {
    Person kim = new Guest(server).signsIn(idToken());
    links(kim, acme.idToken(subject + "-second").with("nonce", "n")).then().statusCode(201);
    List<String> ids = kim.get("me/identities/").path("items.id");
    List<Integer> statuses =
        AtOnce.each(ids, id -> kim.delete("me/identities/" + id + "/").statusCode());
    assertThat(statuses).containsExactlyInAnyOrder(204, 409);
  }

  @Test
  void taking_a_way_away_ends_the_sign_ins_by_it() {
    links(ada, idToken()).then().statusCode(201);
    Person elsewhere = new Guest(server).signsIn(idToken());
    try (LiveClient live = elsewhere.opensLiveSession()) {
      ada.delete("me/identities/" + identityOf(ada) + "/").then().statusCode(204);
      assertThat(live.awaitCloseCode()).isEqualTo(4409);
      await().atMost(Duration.ofSeconds(5)).until(() -> elsewhere.get("me/").statusCode() == 401);
    }
    ada.get("me/").then().statusCode(200);
    assertThat(new Guest(server).signsIn(idToken()).id()).isNotEqualTo(ada.id());
  }

  @Test
  void a_role_goes_with_the_way_that_gave_it() {
    links(ada, idToken()).then().statusCode(201);
    new Guest(server).signsIn(idToken().with("groups", List.of(SsoServer.ADMIN_GROUP)));
    await().until(() -> ada.get("me/").jsonPath().getList("roles").contains("admin"));
    ada.delete("me/identities/" + identityOf(ada) + "/").then().statusCode(204);
    await().until(() -> !ada.get("me/").jsonPath().getList("roles").contains("admin"));
  }
}
