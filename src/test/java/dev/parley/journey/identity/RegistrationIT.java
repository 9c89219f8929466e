package dev.parley.journey.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.parley.journey.Anybody;
import dev.parley.journey.AtOnce;
import dev.parley.journey.ParleyServer;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Making an account: who may have which name, and what one gets. */
class RegistrationIT {
  private static final String PASSWORD = "correct horse battery";
  private final Anybody anybody = new Anybody(ParleyServer.shared());

  private static String newName() {
    return "reg-" + UUID.randomUUID().toString().substring(0, 8);
  }

  @Test
  void an_account_begins_with_tokens_and_the_own_record() {
    String name = newName();
    Response answer = anybody.registers(name, PASSWORD);
    answer
        .then()
        .statusCode(201)
        .header("Cache-Control", "no-store")
        .body("token_type", equalTo("Bearer"))
        .body("expires_in", equalTo(600))
        .body("user.username", equalTo(name))
        .body("user.display_name", equalTo(name))
        .body("user.avatar_url", nullValue())
        .body("user.status_text", equalTo(""))
        .body("user.connection", equalTo("none"))
        .body("user.mutual_count", equalTo(0))
        .body("user.roles", contains("user"));
    assertThat(answer.jsonPath().getMap("$").keySet())
        .containsExactlyInAnyOrder(
            "access_token", "token_type", "expires_in", "refresh_token", "user");
    assertThat(answer.asString()).doesNotContain("hash").doesNotContain(PASSWORD);
    anybody
        .showsAccessToken(answer.path("access_token"))
        .then()
        .statusCode(200)
        .body("id", equalTo(answer.path("user.id")));
  }

  @Test
  void a_display_name_may_be_given() {
    anybody
        .posts(
            "register",
            Map.of("username", newName(), "password", PASSWORD, "display_name", "  Ada Löve 🙂 "))
        .then()
        .statusCode(201)
        .body("user.display_name", equalTo("Ada Löve 🙂"));
  }

  @Test
  void a_name_is_taken_in_any_case_of_letters() {
    String name = newName();
    anybody.registers(name.toUpperCase(Locale.ROOT), PASSWORD).then().statusCode(201);
    for (String again : List.of(name, name.toUpperCase(Locale.ROOT))) {
      anybody
          .registers(again, PASSWORD)
          .then()
          .statusCode(409)
          .body("code", equalTo("username_taken"));
    }
    anybody
        .signsIn(name.toUpperCase(Locale.ROOT), PASSWORD)
        .then()
        .statusCode(200)
        .body("user.username", equalTo(name));
  }

  @Test
  void of_twenty_who_want_one_name_at_once_one_gets_it() {
    String name = newName();
    List<Integer> answers = AtOnce.times(20, i -> anybody.registers(name, PASSWORD).statusCode());
    assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
    assertThat(answers).filteredOn(status -> status == 409).hasSize(19);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ab",
        "-ada",
        "ada.",
        "a da",
        "ada/b",
        "adä",
        "a\u0000b",
        "ada\n",
        " ada",
        "\u212Aelvin",
        "",
        "abcdefghijklmnopqrstuvwxyz0123456"
      })
  void what_is_no_username_is_refused(String name) {
    anybody
        .registers(name, PASSWORD)
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid_username"));
  }

  @Test
  void the_names_of_deleted_accounts_cannot_be_chosen() {
    anybody
        .registers("deleted-0123456789ab", PASSWORD)
        .then()
        .statusCode(409)
        .body("code", equalTo("username_taken"));
  }

  @Test
  void a_display_name_is_one_line_of_at_most_64_characters() {
    for (String name : List.of("🙂".repeat(65), "a\r\nb", "a\u0000b")) {
      anybody
          .posts(
              "register/",
              Map.of("username", newName(), "password", PASSWORD, "display_name", name))
          .then()
          .statusCode(400)
          .body("code", equalTo("invalid_input"))
          .body("errors[0].field", equalTo("display_name"));
    }
    anybody
        .call()
        .contentType("application/json")
        .body(
            "{\"username\":\"%s\",\"password\":\"%s\",\"display_name\":\"a\\ud83d\"}"
                .formatted(newName(), PASSWORD))
        .post(ParleyServer.shared().api().resolve("register/"))
        .then()
        .statusCode(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{}",
        "{\"username\":\"ada-x\"}",
        "{\"username\":{},\"password\":1}"
      })
  void a_body_that_is_none_is_refused(String body) {
    for (String path : List.of("register/", "login/", "setup/", "password-reset/")) {
      anybody
          .call()
          .contentType("application/json")
          .body(body)
          .post(ParleyServer.shared().api().resolve(path))
          .then()
          .statusCode(400)
          .contentType("application/problem+json");
    }
  }
}
