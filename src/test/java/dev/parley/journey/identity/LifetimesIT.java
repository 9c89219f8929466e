package dev.parley.journey.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.nimbusds.jwt.SignedJWT;
import dev.parley.journey.Anybody;
import dev.parley.journey.AtOnce;
import dev.parley.journey.Database;
import dev.parley.journey.ParleyServer;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server where everything lives shortly and nobody may register: set-up, keys, lifetimes. */
class LifetimesIT {
  private static final String PASSWORD = "correct horse battery";
  private static final ParleyServer SERVER =
      ParleyServer.start(
          "it-short",
          Map.of(
              "parley.admin.username", "",
              "parley.admin.password", "",
              "parley.registration", "closed",
              "parley.password.memory-kib", "1024",
              "parley.password.iterations", "1",
              "parley.tokens.key-life", "PT20S",
              "parley.tokens.refresh-idle", "PT6S",
              "parley.tokens.refresh-absolute", "PT26S",
              "parley.tokens.ticket", "PT1S"));
  private static final Pattern LINK = Pattern.compile("(http\\S+)/setup\\?token=(\\S+)");
  private static List<Response> setups;
  private static String link;
  private final Anybody anybody = new Anybody(SERVER);
  private final Database database = new Database(SERVER);

  @BeforeAll
  static void two_people_use_the_set_up_link_at_once() {
    Matcher found = LINK.matcher(SERVER.process().output());
    assertThat(found.find()).isTrue();
    link = found.group(2);
    assertThat(found.group(1)).isEqualTo(SERVER.base().toString());
    setsUp(link, "first", "password").then().statusCode(400).body("code", equalTo("weak_password"));
    setsUp(link, "a b", PASSWORD).then().statusCode(400).body("code", equalTo("invalid_username"));
    setups = AtOnce.each(List.of("first", "second"), name -> setsUp(link, name, PASSWORD));
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static Response setsUp(String token, String username, String password) {
    return new Anybody(SERVER)
        .posts("setup/", Map.of("token", token, "username", username, "password", password));
  }

  private void isMade(String username, String roles) {
    database.change(
        "insert into users (id, username, display_name, password_hash, roles, created_at, updated_at)"
            + " select gen_random_uuid(), ?, 'Made', password_hash, ?, now(), now() from users"
            + " where password_hash is not null limit 1",
        username,
        roles);
  }

  private Response signsIn(String username) {
    Response answer = anybody.signsIn(username, PASSWORD);
    answer.then().statusCode(200);
    return answer;
  }

  @Test
  void the_set_up_link_makes_one_administrator_and_is_used_up() {
    Response first = setups.stream().filter(a -> a.statusCode() == 201).findFirst().orElseThrow();
    first.then().body("user.roles", contains("user", "admin"));
    assertThat(first.<String>path("refresh_token")).isNotEmpty();
    assertThat(setups).filteredOn(answer -> answer.statusCode() == 410).hasSize(1);
    for (String token : List.of(link, "never-made", "")) {
      setsUp(token, "third", PASSWORD).then().statusCode(410).body("code", equalTo("link_used"));
    }
    assertThat(
            database.look(
                "select count(*) from one_time_token where encode(hash, 'escape') like ?",
                "%" + link + "%"))
        .isEqualTo("0");
  }

  @Test
  void nobody_registers_where_registration_is_closed() {
    anybody
        .registers("late", PASSWORD)
        .then()
        .statusCode(403)
        .body("code", equalTo("registration_closed"));
    anybody.gets("config/").then().body("sign_in.registration", equalTo(false));
  }

  @Test
  void a_sign_in_in_use_outlives_its_keys_and_ends_with_its_longest_life() {
    isMade("busy", "user");
    Set<String> keys = new LinkedHashSet<>();
    String[] refreshToken = {signsIn("busy").path("refresh_token")};
    Response last =
        await()
            .atMost(Duration.ofSeconds(60))
            .pollInterval(Duration.ofMillis(400))
            .until(() -> renewed(refreshToken, keys), answer -> answer.statusCode() != 200);
    last.then().statusCode(401).body("code", equalTo("invalid_token"));
    assertThat(keys).hasSizeGreaterThan(1);
    assertThat(
            database.look(
                "select 1 from sign_in s join users u on u.id = s.user_id where u.username = 'busy' and s.expires_at > now()"))
        .isNull();
  }

  private Response renewed(String[] refreshToken, Set<String> keys) throws Exception {
    Response answer = anybody.refreshes(refreshToken[0]);
    if (answer.statusCode() == 200) {
      String token = answer.path("access_token");
      keys.add(SignedJWT.parse(token).getHeader().getKeyID());
      // Whoever was just refreshed is never refused, whatever key has signed.
      int status = anybody.showsAccessToken(token).statusCode();
      boolean over =
          database.look(
                  "select 1 from sign_in s join users u on u.id = s.user_id where u.username = 'busy' and s.expires_at > now()")
              == null;
      assertThat(status).isEqualTo(over ? status : 200);
      refreshToken[0] = answer.path("refresh_token");
    }
    return answer;
  }

  @Test
  void a_sign_in_that_nobody_refreshes_ends() {
    isMade("idle", "user");
    String refreshToken = signsIn("idle").path("refresh_token");
    anybody.refreshes(refreshToken).then().statusCode(200);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                database.look(
                        "select 1 from sign_in s join users u on u.id = s.user_id where u.username = 'idle' and s.idle_expires_at > now()")
                    == null);
    anybody.refreshes(refreshToken).then().statusCode(401).body("code", equalTo("invalid_token"));
  }

  @Test
  void a_ticket_that_is_too_old_opens_nothing() {
    isMade("ticket", "user");
    String ticket =
        anybody
            .with("Authorization", "Bearer " + signsIn("ticket").path("access_token"))
            .posts("ws-ticket/")
            .path("ticket");
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> database.look("select 1 from ws_ticket where expires_at > now()") == null);
    anybody.with("Upgrade", "websocket").gets("/ws/chat/?ticket=" + ticket).then().statusCode(401);
  }

  @Test
  void verifiers_keep_published_keys_for_less_than_a_key_waits_for_its_turn() {
    anybody.gets("/.well-known/jwks.json").then().header("Cache-Control", "public, max-age=5");
  }

  @Test
  void one_time_links_are_forgotten_a_week_after_they_expired() {
    isMade("linked", "user");
    makesLink("long ago", "8 days");
    makesLink("lately", "6 days");
    await().atMost(Duration.ofSeconds(60)).until(() -> link("long ago") == null);
    assertThat(link("lately")).isNotNull();
  }

  private void makesLink(String name, String expiredAgo) {
    database.change(
        "insert into one_time_token (hash, purpose, user_id, created_at, expires_at)"
            + " select sha256(?::bytea), 'password_reset', id, now() - interval '30 days',"
            + " now() - ?::interval from users where username = 'linked'",
        name,
        expiredAgo);
  }

  private String link(String name) {
    return database.look("select purpose from one_time_token where hash = sha256(?::bytea)", name);
  }

  @Test
  void of_two_administrators_who_leave_at_once_one_stays() {
    for (int round = 0; round < 5; round++) {
      isMade("admin-" + round, "user admin");
      String other =
          database.look(
              "select username from users where roles = 'user admin' and username <> ?",
              "admin-" + round);
      List<Response> sessions = List.of(signsIn("admin-" + round), signsIn(other));
      List<Integer> answers =
          AtOnce.each(
              sessions,
              session ->
                  anybody
                      .with("Authorization", "Bearer " + session.path("access_token"))
                      .call()
                      .delete(SERVER.api().resolve("me/"))
                      .statusCode());
      assertThat(answers).containsExactlyInAnyOrder(204, 409);
    }
    String last = database.look("select username from users where roles = 'user admin'");
    anybody
        .with("Authorization", "Bearer " + signsIn(last).path("access_token"))
        .call()
        .delete(SERVER.api().resolve("me/"))
        .then()
        .statusCode(409)
        .body("code", equalTo("last_admin"));
  }
}
