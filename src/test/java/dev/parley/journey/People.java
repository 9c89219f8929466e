package dev.parley.journey;

import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;

import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;

/** Makes the people of a journey; each has a name of their own, so that journeys do not meet. */
public final class People {
  public static final String PASSWORD = "correct horse battery";

  private final ParleyServer server;

  public People(ParleyServer server) {
    this.server = server;
  }

  /** A new account whose username begins with this name. */
  public Person register(String name) {
    return registerExactly(name + "-" + UUID.randomUUID().toString().substring(0, 8));
  }

  /** A new account with this very username. */
  public Person registerExactly(String username) {
    Response answer =
        given()
            .contentType(JSON)
            .body(Map.of("username", username, "password", PASSWORD))
            .post(server.api().resolve("register/"));
    answer.then().statusCode(201);
    return new Person(server, username, PASSWORD, answer);
  }

  /** Signs in once more, as from a further device. */
  public Person signIn(String username, String password) {
    Response answer =
        given()
            .contentType(JSON)
            .body(Map.of("username", username, "password", password))
            .post(server.api().resolve("login/"));
    answer.then().statusCode(200);
    return new Person(server, username, password, answer);
  }

  /** The administrator that the configuration names. */
  public Person administrator() {
    return signIn("root", "the first administrator");
  }
}
