package dev.parley.journey.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journey.Anybody;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The log tells what happened and none of the secrets, and nobody writes lines into it. */
class LogSecurityIT {
  private final ParleyServer server = ParleyServer.shared();
  private final Anybody anybody = new Anybody(server);

  @Test
  void no_password_token_or_cookie_reaches_the_log() {
    String unique = UUID.randomUUID().toString();
    String password = "first secret " + unique;
    String next = "second secret " + unique;
    Person ada = new People(server).register("log");
    List<String> secrets = new ArrayList<>(List.of(unique, ada.accessToken(), ada.refreshToken()));
    Response login =
        anybody.posts(
            "login/",
            Map.of("username", ada.username(), "password", ada.password(), "use_cookie", true));
    secrets.add(login.path("access_token"));
    secrets.add(login.getCookie("parley_refresh"));
    secrets.add(ada.ticket());
    anybody.signsIn(ada.username(), password).then().statusCode(401);
    anybody.signsIn(password, password).then().statusCode(401);
    ada.post("me/password/", Map.of("current_password", password, "new_password", next))
        .then()
        .statusCode(403);
    ada.post("me/password/", Map.of("current_password", ada.password(), "new_password", next))
        .then()
        .statusCode(204);
    Response renewed = anybody.refreshes(ada.refreshToken());
    secrets.add(renewed.path("refresh_token"));
    anybody.showsAccessToken(renewed.path("access_token")).then().statusCode(200);
    anybody.refreshes(ada.refreshToken()).then().statusCode(401);
    anybody.showsAccessToken(ada.accessToken() + "x").then().statusCode(401);
    anybody
        .with("Upgrade", "websocket")
        .gets("/ws/chat/?ticket=" + secrets.get(5))
        .then()
        .statusCode(401);
    String log = server.process().output();
    assertThat(log).contains("Sign-in refused from ").contains("A refresh token was used again");
    assertThat(secrets).allSatisfy(secret -> assertThat(log).doesNotContain(secret));
  }

  @Test
  void nobody_forges_a_line_of_the_log() {
    String forged = "forged-" + UUID.randomUUID();
    anybody.signsIn("a\r\n" + forged, "wrong password").then().statusCode(401);
    anybody.registers("a\r\n" + forged, "correct horse battery").then().statusCode(400);
    anybody.gets("/chat/api/users/%0d%0a" + forged + "/").then().statusCode(401);
    anybody
        .with("User-Agent", "a\u0085" + forged)
        .signsIn("nobody", "wrong password")
        .then()
        .statusCode(401);
    anybody.with("Authorization", "Bearer a%0d%0a" + forged).gets("me/").then().statusCode(401);
    assertThat(server.process().output()).doesNotContain(forged);
  }
}
