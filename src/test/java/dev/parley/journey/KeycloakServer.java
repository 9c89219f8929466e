package dev.parley.journey;

import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;

import dev.parley.launcher.Keycloak;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The one Keycloak of all journeys, with the realm that people try Parley with, and what its
 * administrator does there.
 */
public final class KeycloakServer {
  public static final int PORT = FreePorts.next();
  public static final int PARLEY_PORT = FreePorts.next();
  private static final String PASSWORD = UUID.randomUUID().toString();
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static Keycloak running;

  private KeycloakServer() {}

  /** Starts it and waits for nothing, so that it gets ready while others work. */
  public static synchronized void begin() {
    if (running == null) {
      running =
          Keycloak.start(
              LaunchedProcess.PROJECT, PORT, "http://localhost:" + PARLEY_PORT, PASSWORD);
      Runtime.getRuntime().addShutdownHook(new Thread(running::close));
    }
  }

  /** Waits until it answers. */
  public static void await() {
    begin();
    running.awaitReady(PATIENCE);
  }

  public static URI address() {
    return URI.create("http://127.0.0.1:" + PORT);
  }

  /** A new user of the realm, in these groups; returns their username. */
  public static String makesUser(String name, String password, String... groups) {
    String username = name + "-" + UUID.randomUUID().toString().substring(0, 8);
    Map<String, Object> user =
        Map.of(
            "username",
            username,
            "firstName",
            Character.toUpperCase(name.charAt(0)) + name.substring(1),
            "lastName",
            "Example",
            "email",
            username + "@acme.example",
            "enabled",
            true,
            "groups",
            Arrays.stream(groups).map(group -> "/" + group).toList(),
            "credentials",
            List.of(Map.of("type", "password", "value", password)));
    administrator().body(user).post(users()).then().statusCode(201);
    return username;
  }

  /** Disables a user and ends their sessions, as one does when somebody leaves. */
  public static void letsGo(String username) {
    String user = users() + "/" + idOf(username);
    administrator().body(Map.of("enabled", false)).put(user).then().statusCode(204);
    administrator().post(user + "/logout").then().statusCode(204);
  }

  private static String idOf(String username) {
    Response found =
        administrator().queryParam("username", username).queryParam("exact", true).get(users());
    found.then().statusCode(200);
    return found.path("[0].id");
  }

  private static String users() {
    return address() + "/admin/realms/parley/users";
  }

  private static RequestSpecification administrator() {
    Response tokens =
        given()
            .formParam("grant_type", "password")
            .formParam("client_id", "admin-cli")
            .formParam("username", Keycloak.ADMINISTRATOR)
            .formParam("password", PASSWORD)
            .post(address() + "/realms/master/protocol/openid-connect/token");
    tokens.then().statusCode(200);
    return given()
        .contentType(JSON)
        .header("Authorization", "Bearer " + tokens.path("access_token"));
  }
}
