package dev.parley.journey.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.parley.journey.Anybody;
import dev.parley.journey.Database;
import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Deleting an account: the person is gone, and nobody else's history has a hole. */
class AccountDeletionIT {
  private final ParleyServer server = ParleyServer.shared();
  private final Anybody anybody = new Anybody(server);
  private final Database database = new Database(server);
  private final People people = new People(server);
  private final Person ada = people.register("del");

  private int deletes(String body) {
    return ada.call()
        .contentType("application/json")
        .body(body)
        .delete(server.api().resolve("me/"))
        .statusCode();
  }

  private void signedInLongAgo() {
    database.change(
        "update sign_in set created_at = created_at - interval '6 minutes' where user_id::text = ?",
        ada.id());
  }

  @Test
  void it_takes_the_password_or_a_fresh_sign_in() {
    signedInLongAgo();
    ada.delete("me/").then().statusCode(403).body("code", equalTo("wrong_password"));
    assertThat(deletes("{}")).isEqualTo(403);
    assertThat(deletes("{\"password\":\"not the password\"}")).isEqualTo(403);
    assertThat(deletes("[]")).isEqualTo(400);
    ada.get("me/").then().statusCode(200);
    assertThat(deletes("{\"password\":\"%s\"}".formatted(ada.password()))).isEqualTo(204);
    ada.get("me/").then().statusCode(401);
  }

  @Test
  void right_after_signing_in_it_takes_nothing_more_but_a_given_password_must_be_right() {
    assertThat(deletes("{\"password\":\"not the password\"}")).isEqualTo(403);
    ada.delete("me").then().statusCode(204);
    ada.get("me/").then().statusCode(401);
  }

  @Test
  void nothing_of_the_person_is_left_but_an_empty_row() {
    ada.patch("me/", Map.of("display_name", "Ada L", "status_text", "here")).then().statusCode(200);
    ada.patch("me/settings/", Map.of("theme", "dark")).then().statusCode(200);
    ada.ticket();
    Person elsewhere = ada.onAnotherDevice();
    try (LiveClient live = elsewhere.opensLiveSession()) {
      ada.delete("me/").then().statusCode(204);
      assertThat(live.awaitCloseCode()).isEqualTo(4403);
    }
    assertThat(
            database.look(
                "select concat_ws('|', username ~ '^deleted-[0-9a-f]{12}$', display_name, status_text,"
                    + " password_hash is null, avatar_key is null, enabled, discoverable, theme, deleted_at is not null)"
                    + " from users where id::text = ?",
                ada.id()))
        .isEqualTo("t|Deleted user||t|t|f|f|auto|t");
    for (String table : List.of("sign_in", "user_avatar", "one_time_token")) {
      assertThat(
              database.look("select count(*) from " + table + " where user_id::text = ?", ada.id()))
          .isEqualTo("0");
    }
    anybody.refreshes(elsewhere.refreshToken()).then().statusCode(401);
    elsewhere.get("me/").then().statusCode(401);
  }

  @Test
  void a_deleted_user_signs_in_no_more_and_is_found_by_nobody() {
    Person ben = people.register("del");
    ada.delete("me/").then().statusCode(204);
    String name = database.look("select username from users where id::text = ?", ada.id());
    for (String gone : List.of(ada.username(), name)) {
      anybody
          .signsIn(gone, ada.password())
          .then()
          .statusCode(401)
          .body("code", equalTo("invalid_credentials"));
      Awaitility.await()
          .atMost(Duration.ofSeconds(5))
          .until(() -> ben.get("users/" + gone + "/").statusCode() == 404);
      ben.get("users/?q=" + gone).then().statusCode(200).body("users.size()", equalTo(0));
    }
    ben.get("users/?q=deleted user").then().body("users.size()", equalTo(0));
  }

  @Test
  void the_old_name_is_free_again() {
    ada.delete("me/").then().statusCode(204);
    anybody.registers(ada.username(), "quite another one").then().statusCode(201);
    anybody
        .signsIn(ada.username(), "quite another one")
        .then()
        .statusCode(200)
        .body("user.display_name", equalTo(ada.username()));
  }
}
