package dev.parley.journey.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import dev.parley.journey.Administrator;
import dev.parley.journey.Anybody;
import dev.parley.journey.Database;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Talk;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The audit log: what it holds, what it never holds, and that nobody changes it. */
class AuditIT {
  private final ParleyServer server = ParleyServer.shared();
  private final Anybody anybody = new Anybody(server);
  private final Database database = new Database(server);
  private final People people = new People(server);
  private final Administrator root = Administrator.of(server);
  private final Person ada = people.register("audited");

  @SuppressWarnings("unchecked")
  private static Map<String, Object> detail(Map<String, Object> line) {
    return (Map<String, Object>) line.get("detail");
  }

  @Test
  void signing_in_and_out_is_noted() {
    Person phone = ada.onAnotherDevice();
    Map<String, Object> line = root.newestLineOf("sign_in", ada.username());
    assertThat(line.keySet())
        .containsExactlyInAnyOrder(
            "id", "at", "actor", "act", "target", "reason", "address", "outcome", "detail");
    assertThat(line)
        .containsEntry("outcome", "done")
        .containsEntry("target", null)
        .containsEntry("reason", null);
    assertThat((String) line.get("address")).matches("127\\.0\\.0\\.1|0:0:0:0:0:0:0:1|::1");
    assertThat(detail(line)).containsOnlyKeys("device", "session");
    phone.post("logout/").then().statusCode(204);
    assertThat(root.newestLineOf("sign_out", ada.username())).containsEntry("outcome", "done");
    assertThat(root.newestLineOf("user.created", ada.username()))
        .containsEntry("target", ada.username());
  }

  @Test
  void a_refused_sign_in_is_noted_and_what_nobody_is_called_is_not() {
    anybody.signsIn(ada.username(), "not the password").then().statusCode(401);
    String typed = "a-password-for-a-name-" + UUID.randomUUID();
    anybody.signsIn(typed, typed).then().statusCode(401);
    Map<String, Object> line = root.linesAbout("sign_in_refused", ada.username()).get(0);
    assertThat(line).containsEntry("outcome", "refused").containsEntry("actor", null);
    assertThat(line.get("detail")).isEqualTo(Map.of("code", "invalid_credentials"));
    assertThat(
            database.look("select count(*) from audit where audit::text like ?", "%" + typed + "%"))
        .isEqualTo("0");
    assertThat(
            database.look(
                "select count(*) from audit where audit::text like ?", "%not the password%"))
        .isEqualTo("0");
    anybody.signsIn(ada.username(), ada.password()).then().statusCode(200);
    root.disables(ada).then().statusCode(200);
    anybody.signsIn(ada.username(), ada.password()).then().statusCode(403);
    assertThat(root.linesAbout("sign_in_refused", ada.username()).get(0).get("detail"))
        .isEqualTo(Map.of("code", "account_disabled"));
  }

  @Test
  void whoever_is_refused_again_and_again_does_not_fill_the_log() {
    for (int i = 0; i < 60; i++) {
      ada.get("admin/users/").then().statusCode(403).body("code", equalTo("not_an_admin"));
    }
    List<Map<String, Object>> lines =
        root.page("audit/?limit=200&act=not_an_admin&actor=" + ada.username()).getList("items");
    assertThat(lines).hasSizeBetween(30, 59);
    assertThat(lines.get(0)).containsEntry("outcome", "refused");
    assertThat(detail(lines.get(0))).containsKeys("call", "code");
  }

  @Test
  void a_reused_refresh_token_and_changed_passwords_are_noted() {
    Response renewed = anybody.refreshes(ada.refreshToken());
    anybody.showsAccessToken(renewed.path("access_token")).then().statusCode(200);
    anybody.refreshes(ada.refreshToken()).then().statusCode(401);
    assertThat(root.linesAbout("token_reused", ada.username())).hasSize(1);

    Person again = ada.onAnotherDevice();
    again
        .post(
            "me/password/",
            Map.of("current_password", ada.password(), "new_password", "quite another one"))
        .then()
        .statusCode(204);
    String url = root.posts("users/" + ada.username() + "/password-reset/").path("url");
    String token = url.substring(url.indexOf('=') + 1);
    anybody
        .posts("password-reset/", Map.of("token", token, "new_password", "yet another one"))
        .then()
        .statusCode(204);
    assertThat(root.newestLineOf("password_changed", ada.username())).isNotNull();
    assertThat(root.newestLineOf("password_reset", ada.username())).isNotNull();
    for (String secret : List.of("quite another one", "yet another one", token)) {
      assertThat(
              database.look(
                  "select count(*) from audit where audit::text like ?", "%" + secret + "%"))
          .isEqualTo("0");
    }
  }

  @Test
  void every_act_on_an_account_is_noted_with_its_reason() {
    String path = "users/" + ada.username() + "/";
    root.makesAdministrator(ada).then().statusCode(200);
    root.demotes(ada).then().statusCode(200);
    root.posts(path + "password-reset/").then().statusCode(200);
    String session = root.page(path + "sessions/").getString("items[0].id");
    root.deletes(path + "sessions/" + session + "/").then().statusCode(204);
    root.disables(ada).then().statusCode(200);
    root.enables(ada).then().statusCode(200);
    root.deletes(ada).then().statusCode(204);
    List<Map<String, Object>> lines =
        root.page("audit/?actor=root&target=" + ada.username()).getList("items");
    assertThat(lines)
        .extracting(line -> line.get("act"))
        .containsExactly(
            "user.deleted",
            "user.enabled",
            "user.disabled",
            "user.session_ended",
            "user.password_reset_made",
            "user.roles_changed",
            "user.roles_changed");
    assertThat(lines)
        .allSatisfy(
            line ->
                assertThat(line)
                    .containsEntry("reason", Administrator.WHY)
                    .containsEntry("outcome", "done"));
    assertThat(lines.get(6).get("detail"))
        .isEqualTo(Map.of("from", List.of(), "to", List.of("admin")));
  }

  @Test
  void whoever_leaves_and_a_refused_act_are_noted() {
    ada.delete("me/").then().statusCode(204);
    assertThat(root.newestLineOf("user.deleted", ada.username()))
        .containsEntry("target", ada.username());
    root.disables(ada).then().statusCode(404);
    Map<String, Object> line = root.linesAbout("user.disabled", ada.username()).get(0);
    assertThat(line).containsEntry("outcome", "refused").containsEntry("actor", "root");
    assertThat(line.get("detail")).isEqualTo(Map.of("code", "unknown_user"));
  }

  @Test
  void a_message_that_an_outsider_deletes_as_administrator_is_noted_without_its_text() {
    Person ben = people.register("audited");
    Talk talk = Talk.between(ada, ben);
    String message = talk.says(ada, "what nobody should read").getString("id");
    root.person().get("conversations/" + talk.id() + "/").then().statusCode(404);
    root.person()
        .delete("conversations/" + talk.id() + "/messages/" + message + "/")
        .then()
        .statusCode(204);
    Map<String, Object> line = root.linesAbout("message.deleted_by_admin", ada.username()).get(0);
    assertThat(line).containsEntry("actor", "root");
    assertThat(line.get("detail")).isEqualTo(Map.of("conversation", talk.id(), "message", message));
    assertThat(line.toString()).doesNotContain("nobody should read");
  }

  @Test
  void the_log_is_filtered_and_paged() {
    String before = Instant.now().minusSeconds(3600).toString();
    root.disables(ada).then().statusCode(200);
    root.enables(ada).then().statusCode(200);
    String query = "audit/?target=" + ada.username() + "&limit=1&from=" + before;
    String next = root.page(query).getString("next");
    assertThat(root.page(query).getString("items[0].act")).isEqualTo("user.enabled");
    assertThat(root.page(query + "&cursor=" + next).getString("items[0].act"))
        .isEqualTo("user.disabled");
    assertThat(root.page("audit/?to=" + before + "&target=" + ada.username()).getList("items"))
        .isEmpty();
    assertThat(root.page("audit/acts/").getList("acts")).contains("sign_in", "sso.refused");
    for (String junk : List.of("act=magic", "from=yesterday", "to=1", "format=xml", "cursor=!")) {
      root.gets("audit/?" + junk).then().statusCode(400);
    }
  }

  @Test
  void the_log_is_exported_with_formulas_made_harmless() {
    root.posts("users/" + ada.username() + "/disable/", Map.of("reason", "=cmd|' /C calc'!A0"))
        .then()
        .statusCode(200);
    Response csv =
        root.person()
            .call()
            .accept("text/csv")
            .get(server.api() + "admin/audit/?act=user.disabled&target=" + ada.username());
    csv.then().statusCode(200).header("Content-Type", "text/csv;charset=utf-8");
    assertThat(csv.asString().lines().toList())
        .hasSize(2)
        .first()
        .isEqualTo("id,at,actor,act,target,reason,address,outcome,detail");
    assertThat(csv.asString()).contains(",'=cmd|' /C calc'!A0,");
    assertThat(root.newestLineOf("audit.exported", "root").get("detail"))
        .isEqualTo(Map.of("act", "user.disabled", "target", ada.username()));
  }

  @Test
  void nobody_changes_a_line() {
    for (String change :
        List.of(
            "update audit set reason = 'another'",
            "delete from audit",
            "delete from audit where false",
            "truncate audit")) {
      assertThatThrownBy(() -> database.change(change)).hasMessageContaining("append-only");
    }
  }

  @Test
  void the_log_is_read_by_administrators_only() {
    anybody.gets("admin/audit/").then().statusCode(401);
    ada.get("admin/audit/").then().statusCode(403).body("code", equalTo("not_an_admin"));
    ada.get("admin/audit/acts/").then().statusCode(403);
  }
}
