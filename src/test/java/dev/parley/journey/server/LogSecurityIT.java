package dev.parley.journey.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journey.Anybody;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.RawRequest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
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

  /** By a socket that is cut while its call is under way, as by the end of a browser. */
  @Test
  void a_client_that_leaves_before_its_answer_leaves_no_stack_trace() throws IOException {
    Person ada = new People(server).register("gone");
    byte[][] calls = {
      RawRequest.call("GET", "snapshot/").by(ada).bytes(),
      RawRequest.call("GET", "no/such/path/").by(ada).bytes(),
      RawRequest.call("GET", "me/").with("Authorization", "Bearer x").bytes(),
      RawRequest.call("POST", "login/").bytes("application/json", "{}"),
      RawRequest.call("POST", "login/").bytes("application/json", "["),
      RawRequest.call("GET", "../../").bytes(),
      RawRequest.call("GET", "../../favicon.svg").bytes(),
      RawRequest.upgrade().by(ada).bytes()
    };
    int before = server.process().output().length();
    for (int i = 0; i < 400; i++) {
      try (Socket socket = new Socket("localhost", server.port())) {
        socket.setSoLinger(true, 0);
        OutputStream out = socket.getOutputStream();
        out.write(calls[i % calls.length]);
      }
    }
    ada.get("me/").then().statusCode(200);
    assertThat(server.process().output().substring(before)).doesNotContain("\tat ");
  }
}
