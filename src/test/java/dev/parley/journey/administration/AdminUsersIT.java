package dev.parley.journey.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.parley.journey.Administrator;
import dev.parley.journey.Anybody;
import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What administrators see of accounts and do to them. */
class AdminUsersIT {
  private static final Duration AT_ONCE = Duration.ofSeconds(5);
  private final ParleyServer server = ParleyServer.shared();
  private final Anybody anybody = new Anybody(server);
  private final People people = new People(server);
  private final Administrator root = Administrator.of(server);
  private final String crowd = "c" + UUID.randomUUID().toString().substring(0, 8);
  private final Person ada = people.register(crowd);

  private String path(Person who) {
    return "users/" + who.username() + "/";
  }

  @Test
  void an_account_is_shown_with_all_that_counts() {
    Person ben = people.register(crowd);
    ada.connectsWith(ben);
    try (LiveClient live = ada.opensLiveSession()) {
      live.settles();
      JsonPath shown = root.page(path(ada));
      assertThat(shown.getMap("$").keySet())
          .containsExactlyInAnyOrder(
              "id",
              "username",
              "display_name",
              "avatar_url",
              "roles",
              "enabled",
              "disabled_reason",
              "created_at",
              "last_sign_in_at",
              "sso",
              "connections",
              "live_sessions",
              "deleted",
              "version");
      assertThat(shown.getString("id")).isEqualTo(ada.id());
      assertThat(shown.getList("roles")).isEmpty();
      assertThat(shown.getBoolean("enabled")).isTrue();
      assertThat(shown.getInt("connections")).isEqualTo(1);
      assertThat(shown.getInt("live_sessions")).isEqualTo(1);
      assertThat(shown.getString("last_sign_in_at")).isNotNull();
      assertThat(shown.getBoolean("deleted")).isFalse();
    }
    root.gets("users/nobody-of-that-name/").then().statusCode(404);
    assertThat(root.page("users/root/").getList("roles")).containsExactly("admin");
  }

  @Test
  void accounts_are_searched_filtered_and_sorted_page_by_page() {
    Person ben = people.register(crowd);
    Person carla = people.register(crowd);
    ada.onAnotherDevice();
    root.disables(ben).then().statusCode(200);
    assertThat(all("sort=created_at")).containsExactly(name(ada), name(ben), name(carla));
    assertThat(all("sort=-created_at")).containsExactly(name(carla), name(ben), name(ada));
    assertThat(all("sort=-last_sign_in_at")).containsExactly(name(ada), name(carla), name(ben));
    assertThat(all("sort=last_sign_in_at")).containsExactly(name(ben), name(carla), name(ada));
    assertThat(all("sort=")).isSorted().hasSize(3).isEqualTo(all("sort=username"));
    assertThat(all("sort=-username")).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    assertThat(all("enabled=false")).containsExactly(name(ben));
    assertThat(all("enabled=true&role=none")).containsExactlyInAnyOrder(name(ada), name(carla));
    assertThat(all("role=admin")).isEmpty();
    assertThat(all("role=user")).isEqualTo(all("sort=username"));
    for (String junk : List.of("sort=age", "enabled=perhaps", "role=king", "limit=0", "cursor=!")) {
      root.gets("users/?" + junk).then().statusCode(400).body("code", equalTo("bad_request"));
    }
  }

  private static String name(Person person) {
    return person.username();
  }

  /** Everybody of this test's crowd, one a page. */
  private List<String> all(String how) {
    List<String> names = new ArrayList<>();
    String next = "";
    do {
      JsonPath page =
          root.page(
              "users/?limit=1&q=%s&%s%s"
                  .formatted(crowd.toUpperCase(), how, next.isEmpty() ? "" : "&cursor=" + next));
      names.addAll(page.getList("items.username"));
      next = page.getString("next");
    } while (next != null);
    return names;
  }

  @Test
  void an_account_is_made_with_a_password_or_with_a_link_to_choose_one() {
    Map<String, Object> dora =
        Map.of(
            "username",
            crowd + "-Dora",
            "display_name",
            "Dora D",
            "password",
            "a password of hers");
    root.posts("users/", dora)
        .then()
        .statusCode(201)
        .body("user.username", equalTo(crowd + "-dora"))
        .body("user.display_name", equalTo("Dora D"))
        .body("user.last_sign_in_at", nullValue())
        .body("password_reset", nullValue());
    anybody.signsIn(crowd + "-dora", "a password of hers").then().statusCode(200);
    root.posts("users/", dora)
        .then()
        .statusCode(409)
        .body("code", equalTo("username_taken"))
        .body("current.username", equalTo(crowd + "-dora"))
        .body("current.display_name", equalTo("Dora D"));
    root.posts("users/", Map.of("username", "import"))
        .then()
        .statusCode(409)
        .body("code", equalTo("username_taken"))
        .body("current", nullValue());

    Response made =
        root.posts("users/", Map.of("username", crowd + "-emil", "roles", List.of("admin")));
    made.then().statusCode(201).body("user.roles", equalTo(List.of("admin")));
    choosesPassword(made.path("password_reset.url"));
    anybody
        .signsIn(crowd + "-emil", "chosen by himself")
        .then()
        .statusCode(200)
        .body("user.roles", equalTo(List.of("user", "admin")));
    root.posts("users/", Map.of("username", "x")).then().body("code", equalTo("invalid_username"));
    root.posts("users/", Map.of("username", crowd + "-f", "password", "password1"))
        .then()
        .statusCode(400)
        .body("code", equalTo("weak_password"));
    root.posts("users/", Map.of("username", crowd + "-g", "roles", List.of("king")))
        .then()
        .statusCode(400)
        .body("code", equalTo("unknown_role"));
    root.deletes("users/" + crowd + "-emil/").then().statusCode(204);
  }

  private Response choosesPassword(String url) {
    assertThat(url).startsWith(server.base() + "/reset-password?token=");
    return anybody.posts(
        "password-reset/",
        Map.of("token", url.substring(url.indexOf('=') + 1), "new_password", "chosen by himself"));
  }

  @Test
  void a_disabled_account_is_out_everywhere_and_comes_back_by_signing_in() {
    try (LiveClient live = ada.opensLiveSession()) {
      root.disables(ada)
          .then()
          .statusCode(200)
          .body("enabled", equalTo(false))
          .body("disabled_reason", equalTo(Administrator.WHY));
      assertThat(live.awaitCloseCode()).isEqualTo(4403);
    }
    await().atMost(AT_ONCE).until(() -> ada.get("me/").statusCode() == 401);
    anybody.refreshes(ada.refreshToken()).then().statusCode(401);
    anybody
        .signsIn(ada.username(), ada.password())
        .then()
        .statusCode(403)
        .body("code", equalTo("account_disabled"));
    root.disables(ada).then().statusCode(200);

    root.enables(ada).then().statusCode(200).body("disabled_reason", nullValue());
    root.enables(ada).then().statusCode(200).body("enabled", equalTo(true));
    anybody.refreshes(ada.refreshToken()).then().statusCode(401);
    anybody.signsIn(ada.username(), ada.password()).then().statusCode(200);
  }

  @Test
  void a_role_counts_at_once_whatever_the_token_says() {
    // The server makes the document when it is first asked for, which is no matter of roles.
    root.person().get("/openapi").then().statusCode(200);
    try (LiveClient live = ada.opensLiveSession()) {
      live.saysHello();
      root.makesAdministrator(ada).then().statusCode(200).body("roles", equalTo(List.of("admin")));
      assertThat(live.awaitEvent("user.updated").getList("data.roles")).contains("admin");
      ada.get("admin/users/").then().statusCode(200);
      await().atMost(AT_ONCE).until(() -> ada.get("/openapi").statusCode() == 200);
      root.demotes(ada).then().statusCode(200).body("roles", equalTo(List.of()));
      ada.get("admin/users/").then().statusCode(403).body("code", equalTo("not_an_admin"));
      await().atMost(AT_ONCE).until(() -> ada.get("/openapi").statusCode() == 404);
      assertThat(live.settles().isOpen()).isTrue();
    }
    root.puts(path(ada) + "roles/", Map.of("roles", List.of("king")))
        .then()
        .statusCode(400)
        .body("code", equalTo("unknown_role"));
  }

  @Test
  void a_link_for_a_new_password_works_once_and_only_the_newest() {
    String first = root.posts(path(ada) + "password-reset/").path("url");
    Response second = root.posts(path(ada) + "password-reset/");
    second.then().statusCode(200).body("expires_at", startsWith("20"));
    choosesPassword(first).then().statusCode(410).body("code", equalTo("link_used"));
    choosesPassword(second.path("url")).then().statusCode(204);
    choosesPassword(second.path("url")).then().statusCode(410);
    anybody.signsIn(ada.username(), "chosen by himself").then().statusCode(200);
  }

  @Test
  void sign_ins_are_seen_and_ended() {
    Person phone = ada.onAnotherDevice();
    try (LiveClient live = phone.opensLiveSession()) {
      live.settles();
      JsonPath page = root.page(path(ada) + "sessions/");
      assertThat(page.getMap("items[0]").keySet())
          .containsExactlyInAnyOrder(
              "id", "device", "address", "created_at", "last_used_at", "live_sessions");
      assertThat(page.getList("items.live_sessions")).containsExactly(1, 0);
      String id = page.getString("items[0].id");
      Person ben = people.register(crowd);
      root.deletes(path(ben) + "sessions/" + id + "/").then().statusCode(404);
      root.deletes(path(ada) + "sessions/" + id + "/").then().statusCode(204);
      assertThat(live.awaitCloseCode()).isEqualTo(4409);
      root.deletes(path(ada) + "sessions/" + id + "/").then().statusCode(404);
    }
    await().atMost(AT_ONCE).until(() -> phone.get("me/").statusCode() == 401);
    ada.get("me/").then().statusCode(200);
  }

  @Test
  void an_account_is_deleted_as_its_owner_would() {
    Person ben = people.register(crowd);
    String connection = ada.connectsWith(ben);
    try (LiveClient live = ada.opensLiveSession()) {
      root.person()
          .call()
          .contentType("application/json")
          .body(Map.of("reason", "left the company"))
          .delete(server.api() + "admin/" + path(ada))
          .then()
          .statusCode(204);
      assertThat(live.awaitCloseCode()).isEqualTo(4403);
    }
    ben.get("connections/" + connection + "/").then().body("status", equalTo("removed"));
    root.gets(path(ada)).then().statusCode(404);
    root.deletes(ada).then().statusCode(404);
    assertThat(all("sort=")).containsExactly(ben.username());
  }

  @Test
  void every_act_wants_a_reason() {
    Map<String, Object> none = Map.of("roles", List.of("admin"), "username", crowd + "-x");
    for (String reason : List.of("", "   ", "x".repeat(501))) {
      Map<String, Object> body = new java.util.TreeMap<>(none);
      body.put("reason", reason);
      List<Response> refused =
          List.of(
              root.posts("users/", body),
              root.posts(path(ada) + "disable/", body),
              root.posts(path(ada) + "enable/", body),
              root.puts(path(ada) + "roles/", body),
              root.posts(path(ada) + "password-reset/", body),
              root.person().delete("admin/" + path(ada)),
              root.person().delete("admin/" + path(ada) + "sessions/" + UUID.randomUUID()));
      refused.forEach(
          answer -> answer.then().statusCode(400).body("code", equalTo("reason_required")));
    }
    root.posts(path(ada) + "disable/", Map.of("reason", "é".repeat(500))).then().statusCode(200);
  }

  @Test
  void a_decision_about_what_has_changed_meanwhile_is_refused() {
    int version = root.page(path(ada)).getInt("version");
    root.posts(path(ada) + "disable/", Map.of("version", version)).then().statusCode(200);
    root.puts(path(ada) + "roles/", Map.of("roles", List.of("admin"), "version", version))
        .then()
        .statusCode(409)
        .body("code", equalTo("changed_meanwhile"))
        .body("current.enabled", equalTo(false))
        .body("current.roles", equalTo(List.of()));
  }
}
