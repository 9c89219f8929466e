package dev.parley.journey.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.parley.journey.Anybody;
import dev.parley.journey.AtOnce;
import dev.parley.journey.Database;
import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Refresh tokens: they rotate, a lost answer is forgiven, a theft ends the sign-in. */
class RefreshRotationIT {
  private final ParleyServer server = ParleyServer.shared();
  private final Anybody anybody = new Anybody(server);
  private final Person ada = new People(server).register("rot");

  private Response renewed(String refreshToken) {
    Response answer = anybody.refreshes(refreshToken);
    answer.then().statusCode(200);
    return answer;
  }

  @Test
  void a_refresh_gives_other_tokens_of_the_same_sign_in() {
    Response answer = renewed(ada.refreshToken());
    assertThat(answer.jsonPath().getMap("$").keySet())
        .containsExactlyInAnyOrder("access_token", "token_type", "expires_in", "refresh_token");
    assertThat(answer.<String>path("refresh_token"))
        .isNotEqualTo(ada.refreshToken())
        .hasSizeGreaterThanOrEqualTo(22);
    anybody
        .showsAccessToken(answer.path("access_token"))
        .then()
        .statusCode(200)
        .body("id", equalTo(ada.id()));
    ada.get("me/").then().statusCode(200);
    ada.get("me/sessions/").then().body("items.size()", equalTo(1));
  }

  @Test
  void only_the_hash_of_a_refresh_token_is_kept() {
    assertThat(
            new Database(server)
                .look(
                    "select count(*) from refresh_token where hash = sha256(convert_to(?, 'UTF8'))",
                    ada.refreshToken()))
        .isEqualTo("1");
    assertThat(
            new Database(server)
                .look(
                    "select count(*) from refresh_token r where r::text like ?",
                    "%" + ada.refreshToken() + "%"))
        .isEqualTo("0");
  }

  @Test
  void a_retry_of_a_lost_answer_gets_a_further_successor() {
    renewed(ada.refreshToken());
    renewed(ada.refreshToken());
    Response third = renewed(ada.refreshToken());
    anybody.showsAccessToken(third.path("access_token")).then().statusCode(200);
    renewed(third.path("refresh_token"));
  }

  @Test
  void two_tabs_at_once_both_stay_signed_in() {
    List<Response> answers = AtOnce.times(6, tab -> anybody.refreshes(ada.refreshToken()));
    for (Response answer : answers) {
      answer.then().statusCode(200);
      anybody.showsAccessToken(answer.path("access_token")).then().statusCode(200);
    }
    for (Response answer : answers) {
      renewed(answer.path("refresh_token"));
    }
  }

  @Test
  void a_successor_that_was_kept_unused_dies_when_another_is_used() {
    Response thiefs = renewed(ada.refreshToken());
    Response owners = renewed(ada.refreshToken());
    anybody.showsAccessToken(owners.path("access_token")).then().statusCode(200);
    aMinutePasses("proven_at");
    anybody
        .refreshes(thiefs.path("refresh_token"))
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", "Bearer")
        .body("code", equalTo("invalid_token"));
    anybody.showsAccessToken(thiefs.path("access_token")).then().statusCode(401);
    anybody.showsAccessToken(owners.path("access_token")).then().statusCode(200);
    renewed(owners.path("refresh_token"));
  }

  @Test
  void a_successor_that_was_made_long_before_the_used_one_dies_at_once() {
    Response thiefs = renewed(ada.refreshToken());
    aMinutePasses("created_at");
    Response owners = renewed(ada.refreshToken());
    renewed(owners.path("refresh_token"));
    anybody.refreshes(thiefs.path("refresh_token")).then().statusCode(401);
    anybody.showsAccessToken(thiefs.path("access_token")).then().statusCode(401);
  }

  @Test
  void a_successor_whose_siblings_nobody_used_stays_good() {
    renewed(ada.refreshToken());
    aMinutePasses("created_at");
    Response second = renewed(ada.refreshToken());
    aMinutePasses("created_at");
    renewed(second.path("refresh_token"));
  }

  /** Puts what was noted of all of Ada's tokens so far back in time. */
  private void aMinutePasses(String column) {
    new Database(server)
        .change(
            "update refresh_token r set %1$s = r.%1$s - interval '61 seconds' from sign_in s where s.id = r.sign_in_id and s.user_id = ?"
                .formatted(column),
            UUID.fromString(ada.id()));
  }

  @Test
  void a_token_used_again_after_its_successor_ends_the_sign_in_and_its_live_sessions() {
    Person elsewhere = ada.onAnotherDevice();
    try (LiveClient live = ada.opensLiveSession();
        LiveClient other = elsewhere.opensLiveSession()) {
      Response next = renewed(ada.refreshToken());
      Response afterNext = renewed(next.path("refresh_token"));
      reused(ada.refreshToken());
      assertThat(live.awaitCloseCode()).isEqualTo(4409);
      for (Response successor : List.of(next, afterNext)) {
        anybody.refreshes(successor.path("refresh_token")).then().statusCode(401);
        anybody.showsAccessToken(successor.path("access_token")).then().statusCode(401);
      }
      ada.get("me/").then().statusCode(401).header("WWW-Authenticate", "Bearer");
      elsewhere.get("me/").then().statusCode(200);
      assertThat(other.settles().isOpen()).isTrue();
    }
  }

  @Test
  void using_the_new_access_token_is_what_makes_the_old_refresh_token_dead() {
    Response next = renewed(ada.refreshToken());
    anybody.showsAccessToken(next.path("access_token")).then().statusCode(200);
    reused(ada.refreshToken());
  }

  private void reused(String refreshToken) {
    anybody
        .refreshes(refreshToken)
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", "Bearer")
        .body("code", equalTo("token_reused"));
  }

  @Test
  void a_browser_keeps_the_refresh_token_where_no_script_reads_it() {
    Response login = signsInByCookie(anybody);
    login.then().statusCode(200).body("refresh_token", equalTo(null));
    Cookie kept = login.detailedCookie("parley_refresh");
    assertThat(kept.isHttpOnly()).isTrue();
    assertThat(kept.getSameSite()).isEqualTo("Strict");
    assertThat(kept.getPath()).isEqualTo("/chat/api/token");
    assertThat(kept.isSecured()).isFalse();
    assertThat(kept.getMaxAge()).isPositive();

    Response renewed = refreshesBy(kept, anybody);
    renewed.then().statusCode(200).body("refresh_token", equalTo(null));
    assertThat(renewed.detailedCookie("parley_refresh").getValue()).isNotEqualTo(kept.getValue());
    anybody.showsAccessToken(renewed.path("access_token")).then().statusCode(200);
    refreshesBy(kept, anybody).then().statusCode(401).body("code", equalTo("token_reused"));
  }

  @Test
  void other_sites_pages_can_do_nothing_with_the_cookie() {
    Cookie kept = signsInByCookie(anybody).detailedCookie("parley_refresh");
    for (String origin : List.of("https://elsewhere.example", "null", server.base() + ".example")) {
      Anybody page = anybody.with("Origin", origin);
      refreshesBy(kept, page).then().statusCode(403).body("code", equalTo("foreign_origin"));
      signsInByCookie(page).then().statusCode(403).body("code", equalTo("foreign_origin"));
    }
    refreshesBy(kept, anybody.with("Origin", server.base().toString())).then().statusCode(200);
  }

  @Test
  void without_token_and_cookie_there_is_nothing_to_refresh() {
    anybody.posts("token/refresh/").then().statusCode(401).body("code", equalTo("invalid_token"));
    anybody.posts("token/refresh", Map.of()).then().statusCode(401);
    anybody
        .call()
        .contentType("text/plain")
        .body("{}")
        .post(server.api().resolve("token/refresh/"))
        .then()
        .statusCode(415);
    for (String body : List.of("[]", "{", "1")) {
      anybody
          .call()
          .contentType("application/json")
          .body(body)
          .post(server.api().resolve("token/refresh/"))
          .then()
          .statusCode(400);
    }
  }

  @Test
  void a_browser_that_sends_an_empty_json_body_is_refreshed_too() {
    Cookie kept = signsInByCookie(anybody).detailedCookie("parley_refresh");
    anybody
        .call()
        .contentType("application/json")
        .cookie(kept)
        .post(server.api().resolve("token/refresh/"))
        .then()
        .statusCode(200);
  }

  @Test
  void signing_out_takes_the_cookie_back() {
    Response login = signsInByCookie(anybody);
    Response logout =
        anybody.with("Authorization", "Bearer " + login.path("access_token")).posts("logout/");
    logout.then().statusCode(204);
    assertThat(logout.detailedCookie("parley_refresh").getMaxAge()).isZero();
    refreshesBy(login.detailedCookie("parley_refresh"), anybody)
        .then()
        .statusCode(401)
        .body("code", equalTo("invalid_token"));
  }

  private Response signsInByCookie(Anybody who) {
    return who.posts(
        "login/",
        Map.of("username", ada.username(), "password", ada.password(), "use_cookie", true));
  }

  private Response refreshesBy(Cookie cookie, Anybody who) {
    return who.call().cookie(cookie).post(server.api().resolve("token/refresh/"));
  }
}
