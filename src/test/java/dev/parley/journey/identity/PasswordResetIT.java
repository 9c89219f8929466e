package dev.parley.journey.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.parley.journey.Anybody;
import dev.parley.journey.Database;
import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The one-time link for a new password, and the administrator that the configuration names. */
class PasswordResetIT {
  private final ParleyServer server = ParleyServer.shared();
  private final Anybody anybody = new Anybody(server);
  private final Database database = new Database(server);
  private final Person ada = new People(server).register("reset");
  private final String link = "reset-link-of-" + ada.username();

  private void getsLink(String life) {
    database.change(
        "insert into one_time_token (hash, purpose, user_id, created_at, expires_at)"
            + " values (sha256(convert_to(?, 'UTF8')), 'password_reset', ?::uuid, now(), now() + ?::interval)",
        link,
        ada.id(),
        life);
  }

  private Response resets(String password) {
    return anybody.posts("password-reset/", Map.of("token", link, "new_password", password));
  }

  @Test
  void a_link_sets_one_new_password_and_ends_all_sign_ins() {
    getsLink("1 hour");
    resets("password1").then().statusCode(400).body("code", equalTo("weak_password"));
    resets(ada.username()).then().statusCode(400).body("code", equalTo("weak_password"));
    try (LiveClient live = ada.opensLiveSession()) {
      resets("quite another one").then().statusCode(204);
      assertThat(live.awaitCloseCode()).isEqualTo(4409);
    }
    ada.get("me/").then().statusCode(401);
    anybody.signsIn(ada.username(), "quite another one").then().statusCode(200);
    resets("and yet another one").then().statusCode(410).body("code", equalTo("link_used"));
    anybody.signsIn(ada.username(), "quite another one").then().statusCode(200);
  }

  @Test
  void an_old_link_and_one_that_never_was_do_nothing() {
    resets("quite another one").then().statusCode(410);
    getsLink("-1 second");
    resets("quite another one").then().statusCode(410);
    ada.get("me/").then().statusCode(200);
  }

  @Test
  void a_link_of_one_kind_is_none_of_the_other() {
    getsLink("1 hour");
    anybody
        .posts(
            "setup/",
            Map.of(
                "token",
                link,
                "username",
                "x-" + ada.username().substring(6),
                "password",
                "quite another one"))
        .then()
        .statusCode(410);
  }

  @Test
  void the_configured_administrator_is_there() {
    new People(server).administrator().get("me/").then().body("roles", contains("user", "admin"));
  }
}
