package dev.parley.journey;

import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** Somebody who is not signed in, or shows their tokens in other ways than people do. */
public final class Anybody {
  private final ParleyServer server;
  private final Map<String, String> headers;

  public Anybody(ParleyServer server) {
    this(server, Map.of());
  }

  private Anybody(ParleyServer server, Map<String, String> headers) {
    this.server = server;
    this.headers = headers;
  }

  /** The same with this header in every call. */
  public Anybody with(String header, String value) {
    Map<String, String> more = new java.util.TreeMap<>(headers);
    more.put(header, value);
    return new Anybody(server, more);
  }

  /** The same at this address, as a trusted proxy would say. */
  public Anybody at(String address) {
    return with("X-Forwarded-For", address);
  }

  public RequestSpecification call() {
    return given().headers(headers);
  }

  public Response gets(String path) {
    return call().get(address(path));
  }

  public Response posts(String path, Object body) {
    return call().contentType(JSON).body(body).post(address(path));
  }

  /** Posts without a body. */
  public Response posts(String path) {
    return call().post(address(path));
  }

  public Response registers(String username, String password) {
    return posts("register/", Map.of("username", username, "password", password));
  }

  public Response signsIn(String username, String password) {
    return posts("login/", Map.of("username", username, "password", password));
  }

  public Response refreshes(String refreshToken) {
    return posts("token/refresh/", Map.of("refresh_token", refreshToken));
  }

  /** Shows an access token to the call {@code me/}. */
  public Response showsAccessToken(String token) {
    return with("Authorization", "Bearer " + token).gets("me/");
  }

  /** Paths are relative to the API's base path unless they begin with a slash. */
  private String address(String path) {
    return path.startsWith("/") ? server.base() + path : server.api() + path;
  }
}
