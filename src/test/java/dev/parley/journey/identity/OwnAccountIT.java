package dev.parley.journey.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.parley.journey.Anybody;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people see and change of their own account. */
class OwnAccountIT {
  private final ParleyServer server = ParleyServer.shared();
  private final Anybody anybody = new Anybody(server);
  private final Person ada = new People(server).register("own");

  @Test
  void every_call_needs_a_sign_in_with_and_without_its_trailing_slash() {
    for (String path :
        List.of(
            "me",
            "me/",
            "me/settings",
            "me/settings/",
            "me/sessions",
            "me/sessions/",
            "me/export",
            "me/export/")) {
      ada.get(path).then().statusCode(200);
      anybody
          .gets(path)
          .then()
          .statusCode(401)
          .header("WWW-Authenticate", "Bearer")
          .body("code", equalTo("not_authenticated"));
    }
    for (String path : List.of("config", "config/")) {
      anybody.gets(path).then().statusCode(200);
    }
  }

  @Test
  void the_public_configuration_says_how_to_sign_in() {
    anybody
        .gets("config/")
        .then()
        .statusCode(200)
        .body("name", equalTo("Parley"))
        .body("sign_in.local", equalTo(true))
        .body("sign_in.registration", equalTo(true))
        .body("sign_in.sso", equalTo(List.of()))
        .body("limits.note_length", equalTo(300));
  }

  @Test
  void the_own_record_has_these_members_and_no_more() {
    Response own = ada.get("me/");
    assertThat(own.jsonPath().getMap("$").keySet())
        .containsExactlyInAnyOrder(
            "id",
            "username",
            "display_name",
            "avatar_url",
            "status_text",
            "connection",
            "mutual_count",
            "roles",
            "created_at",
            "has_password",
            "version");
    assertThat(own.<String>path("created_at")).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}\\.\\d{3}Z");
  }

  @Test
  void a_profile_is_changed_where_it_may_be_and_nowhere_else() {
    ada.patch(
            "me/",
            """
            {"display_name":" Ada \\ud83d\\ude42 ","status_text":"in a meeting","id":"x","username":"root",
             "roles":["user","admin"],"enabled":false,"password_hash":"x","version":99,"unknown":1}
            """)
        .then()
        .statusCode(200)
        .body("id", equalTo(ada.id()))
        .body("username", equalTo(ada.username()))
        .body("display_name", equalTo("Ada 🙂"))
        .body("status_text", equalTo("in a meeting"))
        .body("roles", contains("user"))
        .body("version", equalTo(2));
    ada.patch("me", Map.of("status_text", ""))
        .then()
        .statusCode(200)
        .body("status_text", equalTo(""));
    ada.get("me/").then().body("display_name", equalTo("Ada 🙂"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"display_name\":\"\"}", "{\"display_name\":\"  \"}", "{\"display_name\":null}",
        "{\"display_name\":7}", "{\"status_text\":[]}", "{\"status_text\":\"a\\nb\"}",
        "{\"status_text\":\"a\\u0000\"}"
      })
  void a_wrong_profile_is_refused(String body) {
    ada.patch("me/", body).then().statusCode(400).body("code", equalTo("invalid_input"));
  }

  @Test
  void texts_have_their_length_in_characters() {
    ada.patch("me/", Map.of("display_name", "🙂".repeat(64), "status_text", "🙂".repeat(140)))
        .then()
        .statusCode(200);
    ada.patch("me/", Map.of("display_name", "🙂".repeat(65))).then().statusCode(400);
    ada.patch("me/", Map.of("status_text", "🙂".repeat(141))).then().statusCode(400);
    for (String body : List.of("", "null", "[]", "7", "{")) {
      ada.patch("me/", body).then().statusCode(400).contentType("application/problem+json");
      ada.patch("me/settings/", body).then().statusCode(400);
    }
  }

  @Test
  void settings_begin_with_their_defaults_and_keep_what_is_chosen() {
    ada.get("me/settings/")
        .then()
        .statusCode(200)
        .body("who_may_request_me", equalTo("everyone"))
        .body("discoverable", equalTo(true))
        .body("read_receipts", equalTo(true))
        .body("presence_visible", equalTo(true))
        .body("notification_kinds.'connection.requested'", equalTo(true))
        .body("browser_notifications", equalTo(false))
        .body("quiet_hours", nullValue())
        .body("theme", equalTo("auto"));
    ada.patch(
            "me/settings",
            """
            {"who_may_request_me":"connections_of_connections","discoverable":false,"read_receipts":false,
             "presence_visible":false,"notification_kinds":{"connection.rejected":false,"no.such.kind":true},
             "browser_notifications":true,"quiet_hours":{"from":"22:00","to":"07:30","time_zone":"Europe/Lisbon"},
             "locale":"pt-BR","theme":"dark"}
            """)
        .then()
        .statusCode(200);
    JsonPath kept = ada.get("me/settings/").jsonPath();
    assertThat(kept.getString("who_may_request_me")).isEqualTo("connections_of_connections");
    assertThat(kept.getBoolean("discoverable")).isFalse();
    assertThat(kept.getBoolean("read_receipts")).isFalse();
    assertThat(kept.getBoolean("presence_visible")).isFalse();
    assertThat(kept.getBoolean("notification_kinds.'connection.rejected'")).isFalse();
    assertThat(kept.getMap("notification_kinds")).doesNotContainKey("no.such.kind");
    assertThat(kept.getBoolean("browser_notifications")).isTrue();
    assertThat(kept.getMap("quiet_hours"))
        .isEqualTo(Map.of("from", "22:00", "to", "07:30", "time_zone", "Europe/Lisbon"));
    assertThat(kept.getString("locale")).isEqualTo("pt-BR");
    assertThat(kept.getString("theme")).isEqualTo("dark");
    ada.patch("me/settings/", "{\"quiet_hours\":null}")
        .then()
        .statusCode(200)
        .body("quiet_hours", nullValue())
        .body("theme", equalTo("dark"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"who_may_request_me\":\"friends\"}",
        "{\"who_may_request_me\":null}",
        "{\"discoverable\":\"yes\"}",
        "{\"read_receipts\":null}",
        "{\"presence_visible\":1}",
        "{\"browser_notifications\":[]}",
        "{\"notification_kinds\":null}",
        "{\"notification_kinds\":{\"connection.requested\":0}}",
        "{\"notification_kinds\":[]}",
        "{\"quiet_hours\":{\"from\":\"24:00\",\"to\":\"07:00\",\"time_zone\":\"UTC\"}}",
        "{\"quiet_hours\":{\"from\":\"22:00\",\"time_zone\":\"UTC\"}}",
        "{\"quiet_hours\":{\"from\":\"22:00\",\"to\":\"07:00\",\"time_zone\":\"Mars/Base\"}}",
        "{\"locale\":\"../etc\"}",
        "{\"theme\":\"pink\"}"
      })
  void a_wrong_setting_is_refused_and_changes_nothing(String body) {
    String before = ada.get("me/settings/").asString();
    ada.patch("me/settings/", body).then().statusCode(400).body("code", equalTo("invalid_input"));
    assertThat(ada.get("me/settings/").asString()).isEqualTo(before);
  }

  @Test
  void a_new_password_that_is_none_is_named_as_it_was_given() {
    ada.post("me/password/", Map.of("current_password", ada.password(), "new_password", "short"))
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("new_password"));
  }

  @Test
  void an_export_holds_the_account_its_sign_ins_and_no_secret() throws IOException {
    ada.patch("me/", Map.of("status_text", "unmistakable words")).then().statusCode(200);
    Response answer = ada.get("me/export/");
    answer
        .then()
        .statusCode(200)
        .contentType("application/zip")
        .header("Content-Disposition", containsString("attachment"));
    Map<String, String> files = unzipped(answer.asByteArray());
    assertThat(files).containsKeys("account.json", "sign-ins.json");
    JsonPath account = JsonPath.from(files.get("account.json"));
    assertThat(account.getString("user.status_text")).isEqualTo("unmistakable words");
    assertThat(account.getString("settings.theme")).isEqualTo("auto");
    assertThat(JsonPath.from(files.get("sign-ins.json")).getList("$")).hasSize(1);
    assertThat(JsonPath.from(files.get("audit.json")).getList("act"))
        .containsExactly("sign_in", "user.created");
    assertThat(files.values())
        .allSatisfy(
            text -> assertThat(text).doesNotContain("argon2").doesNotContain(ada.refreshToken()));
  }

  private static Map<String, String> unzipped(byte[] zip) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
