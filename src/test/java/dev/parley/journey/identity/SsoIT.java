package dev.parley.journey.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.parley.journey.AtOnce;
import dev.parley.journey.Database;
import dev.parley.journey.Guest;
import dev.parley.journey.IdentityProvider;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.ProviderToken;
import dev.parley.journey.SsoServer;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Signing in with a provider's token: whose account it is, what it is called, what it may do. */
@ResourceLock("the server with single sign-on")
class SsoIT {
  private final ParleyServer server = SsoServer.shared();
  private final IdentityProvider acme = SsoServer.ACME;
  private final Guest guest = new Guest(server);
  private final String name = "kim-" + UUID.randomUUID().toString().substring(0, 8);
  private final String subject = UUID.randomUUID().toString();

  private ProviderToken idToken() {
    return acme.idToken(subject).with("preferred_username", name).with("name", "Kim Ono");
  }

  private static List<String> rolesOf(Person person) {
    return person.get("me/").jsonPath().getList("roles");
  }

  @Test
  void everybody_is_told_the_providers_and_what_to_tell_them() {
    guest
        .anybody()
        .gets("config/")
        .then()
        .statusCode(200)
        .body("sign_in.sso.id", contains("acme", "globex", "gone", "keycloak"))
        .body("sign_in.sso[0].label", equalTo("Acme Corporation"))
        .body("sign_in.sso[1].label", equalTo("globex"))
        .body("sign_in.sso[0].issuer", equalTo(acme.issuer()))
        .body("sign_in.sso[0].client_id", equalTo(IdentityProvider.CLIENT))
        .body("sign_in.sso[0].scopes", equalTo("openid profile"))
        .body("sign_in.sso[0].size()", equalTo(5));
  }

  @Test
  void the_first_sign_in_makes_an_account_and_the_next_one_finds_it() {
    Response first = guest.brings("acme", idToken());
    first
        .then()
        .statusCode(200)
        .body("access_token", notNullValue())
        .body("refresh_token", notNullValue())
        .body("user.username", equalTo(name))
        .body("user.display_name", equalTo("Kim Ono"))
        .body("user.has_password", equalTo(false))
        .body("user.roles", contains("user"));
    guest
        .brings("acme", idToken().with("preferred_username", "renamed").with("name", "Kim Noh"))
        .then()
        .statusCode(200)
        .body("user.id", equalTo(first.path("user.id")))
        .body("user.username", equalTo(name))
        .body("user.display_name", equalTo("Kim Ono"));
    Person kim = new Person(server, name, null, first);
    kim.get("me/").then().statusCode(200);
    guest.anybody().refreshes(kim.refreshToken()).then().statusCode(200);
    kim.get("me/sessions/").then().body("items.size()", equalTo(2));
  }

  @Test
  void the_cookie_keeps_the_refresh_token_when_it_is_asked_to() {
    Response answer =
        guest.brings("acme", Map.of("id_token", idToken().text(), "use_cookie", true));
    answer.then().statusCode(200).body("refresh_token", nullValue());
    assertThat(answer.header("Set-Cookie")).contains("parley_refresh=", "HttpOnly");
    guest
        .anybody()
        .with("Origin", "https://evil.example")
        .posts(
            "login/sso/",
            Map.of("provider", "acme", "id_token", idToken().text(), "use_cookie", true))
        .then()
        .statusCode(403)
        .body("code", equalTo("foreign_origin"));
  }

  @Test
  void an_access_token_that_is_meant_for_parley_signs_in_as_well() {
    Map<String, String> access =
        Map.of(
            "access_token",
            idToken()
                .ofType("at+jwt")
                .with("aud", List.of("account", IdentityProvider.CLIENT))
                .with("azp", IdentityProvider.CLIENT)
                .text());
    guest.brings("acme", access).then().statusCode(200).body("user.username", equalTo(name));
  }

  @Test
  void a_username_that_is_taken_gets_a_suffix_and_nobody_is_taken_for_somebody_else() {
    Person local = new People(server).register("kim");
    ProviderToken namesake =
        acme.idToken(subject)
            .with("preferred_username", local.username().toUpperCase(java.util.Locale.ROOT))
            .with("email", local.username() + "@example.org")
            .with("email_verified", true);
    guest
        .brings("acme", namesake)
        .then()
        .statusCode(200)
        .body("user.username", equalTo(local.username() + "-2"))
        .body("user.id", not(equalTo(local.id())));
    guest
        .brings("acme", acme.idToken(subject + "x").with("preferred_username", local.username()))
        .then()
        .body("user.username", equalTo(local.username() + "-3"));
  }

  @Test
  void a_user_is_issuer_and_subject_so_the_same_subject_elsewhere_is_somebody_else() {
    String here = guest.brings("acme", idToken()).path("user.id");
    guest
        .brings("globex", SsoServer.GLOBEX.idToken(subject).with("preferred_username", name))
        .then()
        .statusCode(200)
        .body("user.username", equalTo(name + "-2"))
        .body("user.id", not(equalTo(here)));
  }

  @Test
  void a_name_from_elsewhere_is_folded_to_the_rule() {
    guest
        .brings(
            "acme",
            acme.idToken(subject)
                .with("preferred_username", "Zoë." + name + "@corp.example")
                .with("name", "Zoë\nMüller"))
        .then()
        .statusCode(200)
        .body("user.username", equalTo("zoe." + name))
        .body("user.display_name", equalTo("Zoë Müller"));
    guest
        .brings("acme", acme.idToken(subject + "x"))
        .then()
        .statusCode(200)
        .body("user.username", containsString("person"));
  }

  @Test
  void two_first_sign_ins_at_once_make_one_account() {
    List<String> users =
        AtOnce.times(
            8,
            i ->
                new Guest(server)
                    .brings("acme", idToken())
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("user.id"));
    assertThat(Set.copyOf(users)).hasSize(1);
  }

  @Test
  void the_configured_group_gives_the_role_and_takes_it_back() {
    ProviderToken admin = idToken().with("groups", List.of("staff", SsoServer.ADMIN_GROUP));
    Person kim = guest.signsIn(admin);
    assertThat(rolesOf(kim)).containsExactly("user", "admin");
    assertThat(rolesOf(guest.signsIn(idToken().with("groups", List.of("staff")))))
        .containsExactly("user");
    await().atMost(Duration.ofSeconds(5)).until(() -> !rolesOf(kim).contains("admin"));
  }

  @Test
  void no_other_group_gives_a_role() {
    ProviderToken hopeful =
        idToken().with("groups", List.of("admin", "CHAT-ADMINS", "/" + SsoServer.ADMIN_GROUP));
    assertThat(rolesOf(guest.signsIn(hopeful.with("roles", List.of("admin")))))
        .containsExactly("user");
    Response elsewhere =
        guest.brings(
            "globex",
            SsoServer.GLOBEX.idToken(subject).with("groups", List.of(SsoServer.ADMIN_GROUP)));
    elsewhere.then().statusCode(200).body("user.roles", contains("user"));
  }

  @Test
  void a_role_that_was_given_here_stays_whatever_the_groups_say() {
    Person kim = guest.signsIn(idToken());
    Database database = new Database(server);
    database.change("update users set roles = 'user admin' where id = ?::uuid", kim.id());
    assertThat(rolesOf(guest.signsIn(idToken()))).contains("admin");
    guest.signsIn(idToken().with("groups", SsoServer.ADMIN_GROUP));
    assertThat(rolesOf(guest.signsIn(idToken()))).contains("admin");
  }

  @Test
  void a_role_that_was_taken_here_and_given_again_is_not_the_groups_any_more() {
    Person kim = guest.signsIn(idToken().with("groups", List.of(SsoServer.ADMIN_GROUP)));
    Database database = new Database(server);
    database.change("update users set roles = 'user' where id = ?::uuid", kim.id());
    database.change("update users set roles = 'user admin' where id = ?::uuid", kim.id());
    assertThat(rolesOf(guest.signsIn(idToken()))).contains("admin");
  }

  @Test
  void a_disabled_account_stays_out() {
    Person kim = guest.signsIn(idToken());
    new Database(server).change("update users set enabled = false where id = ?::uuid", kim.id());
    guest
        .brings("acme", idToken())
        .then()
        .statusCode(403)
        .body("code", equalTo("account_disabled"));
  }

  @Test
  void a_deleted_account_is_forgotten_and_the_same_person_begins_anew() {
    ProviderToken used = idToken();
    Person kim = guest.signsIn(used);
    kim.delete("me/").then().statusCode(204);
    guest.brings("acme", used).then().statusCode(401);
    assertThat(
            new Database(server)
                .look("select count(*) from sso_identity where subject = ?", subject))
        .isEqualTo("0");
    guest
        .brings("acme", idToken())
        .then()
        .statusCode(200)
        .body("user.username", equalTo(name))
        .body("user.id", not(equalTo(kim.id())));
  }
}
