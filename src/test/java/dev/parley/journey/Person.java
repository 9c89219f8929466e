package dev.parley.journey;

import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** Somebody who is signed in on one device and acts over REST. */
public final class Person {
  private final ParleyServer server;
  private final String username;
  private final String password;
  private final String id;
  private final String accessToken;
  private final String refreshToken;

  public Person(ParleyServer server, String username, String password, Response tokens) {
    this.server = server;
    this.username = username;
    this.password = password;
    this.id = tokens.path("user.id");
    this.accessToken = tokens.path("access_token");
    this.refreshToken = tokens.path("refresh_token");
  }

  public String username() {
    return username;
  }

  public String password() {
    return password;
  }

  public String id() {
    return id;
  }

  public String accessToken() {
    return accessToken;
  }

  public String refreshToken() {
    return refreshToken;
  }

  public Response get(String path) {
    return call().get(address(path));
  }

  public Response post(String path, Object body) {
    return call().contentType(JSON).body(body).post(address(path));
  }

  /** Posts without a body. */
  public Response post(String path) {
    return call().post(address(path));
  }

  public Response put(String path) {
    return call().put(address(path));
  }

  public Response put(String path, Object body) {
    return call().contentType(JSON).body(body).put(address(path));
  }

  public Response patch(String path, Object body) {
    return call().contentType(JSON).body(body).patch(address(path));
  }

  public Response delete(String path) {
    return call().delete(address(path));
  }

  /** A call with this person's access token, for what the shorter methods do not say. */
  public RequestSpecification call() {
    return given().header("Authorization", "Bearer " + accessToken);
  }

  /** Paths are relative to the API's base path unless they begin with a slash. */
  public String address(String path) {
    return path.startsWith("/") ? server.base() + path : server.api() + path;
  }

  /** Asks for a connection and returns its id. */
  public String requestsConnectionTo(Person other) {
    Response answer = post("connections/", Map.of("receiver", other.username));
    answer.then().statusCode(201);
    return answer.path("id");
  }

  public Response accepts(String connection) {
    return post("connections/" + connection + "/accept/");
  }

  public Response rejects(String connection) {
    return post("connections/" + connection + "/reject/");
  }

  public Response ignores(String connection) {
    return post("connections/" + connection + "/ignore/");
  }

  public Response withdraws(String connection) {
    return post("connections/" + connection + "/withdraw/");
  }

  public Response removes(String connection) {
    return delete("connections/" + connection + "/");
  }

  public Response blocks(Person other) {
    return put("blocks/" + other.username + "/");
  }

  public Response unblocks(Person other) {
    return delete("blocks/" + other.username + "/");
  }

  /** Both ways: a request and its acceptance; returns the connection's id. */
  public String connectsWith(Person other) {
    String connection = requestsConnectionTo(other);
    other.accepts(connection).then().statusCode(200);
    return connection;
  }

  /** The same person on a further device. */
  public Person onAnotherDevice() {
    return new People(server).signIn(username, password);
  }

  /** A one-time ticket for a live session. */
  public String ticket() {
    Response answer = post("ws-ticket/");
    answer.then().statusCode(200);
    return answer.path("ticket");
  }

  /** Where this person's server takes live sessions. */
  public String liveAddress() {
    return server.liveAddress().toString();
  }

  /** Opens a live session as a browser does, with a ticket. */
  public LiveClient opensLiveSession() {
    return LiveClient.open(server.liveAddress() + "?ticket=" + ticket(), Map.of());
  }

  /** Opens a live session as a program does, with the access token in a header. */
  public LiveClient opensLiveSessionAsProgram() {
    return LiveClient.open(
        server.liveAddress().toString(), Map.of("Authorization", "Bearer " + accessToken));
  }
}
