package dev.parley.journey.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Security, line 3: input that makes no sense is refused as a problem, large input unread. */
class MalformedInputIT {
  private static final ParleyServer SERVER = ParleyServer.shared();
  private static final Person ADA = new People(SERVER).register("ada");
  private static final String GROUP =
      ADA.post("conversations/", Map.of("title", "Of one", "members", List.of())).path("id");
  private static final List<String> JUNK =
      List.of(
          "{",
          "null",
          "[]",
          "\"x\"",
          "5",
          "",
          "{]",
          "[".repeat(5_000),
          "{\"a\":{",
          "{\"a\":".repeat(5_000));
  private static final String PROBLEM = "application/problem+json";

  record Call(String method, String path) {
    Response with(String type, String body) {
      return ADA.call()
          .header("Content-Type", type)
          .body(body)
          .request(method, SERVER.api().resolve(path));
    }
  }

  static Stream<Call> calls_with_a_body() {
    return Stream.of(
        new Call("POST", "login/"),
        new Call("POST", "register/"),
        new Call("POST", "setup/"),
        new Call("POST", "password-reset/"),
        new Call("POST", "connections/"),
        new Call("POST", "connection-links/"),
        new Call("POST", "connection-links/preview/"),
        new Call("POST", "connection-links/redeem/"),
        new Call("POST", "notifications/read/"),
        new Call("POST", "push/subscriptions/"),
        new Call("POST", "me/password/"),
        new Call("POST", "conversations/"),
        new Call("PATCH", "conversations/" + GROUP + "/"),
        new Call("POST", "conversations/" + GROUP + "/messages/"),
        new Call("POST", "conversations/" + GROUP + "/read/"),
        new Call("PUT", "conversations/" + GROUP + "/draft/"),
        new Call("PATCH", "me/"),
        new Call("PATCH", "me/settings/"));
  }

  @ParameterizedTest
  @MethodSource("calls_with_a_body")
  void what_is_no_json_object_is_a_bad_request(Call call) {
    for (String junk : JUNK) {
      assertThat(call.with("application/json", junk))
          .as(junk.length() < 20 ? junk : "deep nesting")
          .returns(400, Response::statusCode)
          .returns(PROBLEM, answer -> answer.contentType().replaceAll(";.*", ""));
    }
  }

  @ParameterizedTest
  @MethodSource("calls_with_a_body")
  void text_that_is_no_utf_8_is_a_bad_request(Call call) {
    for (String bytes :
        List.of("A\u00ff\u00feB", "\u00c0\u00af", "\u00ed\u00a0\u0080", "\u00e2\u0082")) {
      String json = "{\"display_name\":\"" + bytes + "\"}";
      ADA.call()
          .header("Content-Type", "application/json")
          .body(json.getBytes(StandardCharsets.ISO_8859_1))
          .request(call.method(), SERVER.api().resolve(call.path()))
          .then()
          .statusCode(400)
          .contentType(containsString(PROBLEM));
    }
    String utf16 = "{\"display_name\":\"x\"}";
    ADA.call()
        .header("Content-Type", "application/json")
        .body(utf16.getBytes(StandardCharsets.UTF_16LE))
        .request(call.method(), SERVER.api().resolve(call.path()))
        .then()
        .statusCode(400);
  }

  @Test
  void an_address_that_is_no_utf_8_is_a_bad_request() {
    for (String path :
        List.of("users/?q=%FF", "users/%C0%AF/", "search/?q=%ED%A0%80", "users/?q=%E2%82")) {
      RawResponse answer =
          RawResponse.request(
              SERVER.port(),
              "GET /chat/api/" + path + " HTTP/1.1",
              "Host: localhost",
              "Connection: close",
              "Authorization: Bearer " + ADA.accessToken());
      assertThat(answer.status()).as(path).isEqualTo(400);
    }
  }

  @ParameterizedTest
  @MethodSource("calls_with_a_body")
  void another_content_type_is_not_accepted(Call call) {
    call.with("text/plain", "{}").then().statusCode(415).contentType(containsString(PROBLEM));
    call.with("application/xml", "<a/>").then().statusCode(415);
  }

  @ParameterizedTest
  @MethodSource("calls_with_a_body")
  void more_than_64_kib_are_too_much(Call call) {
    String large = "{\"note\":\"" + "x".repeat(66_000) + "\"}";
    call.with("application/json", large)
        .then()
        .statusCode(413)
        .contentType(containsString(PROBLEM))
        .body("code", equalTo("too_large"));
  }

  @Test
  void wrong_types_are_a_bad_request() {
    wrong("POST", "login/", "{\"username\":{},\"password\":[]}");
    wrong("POST", "connections/", "{\"receiver\":[1]}");
    wrong("POST", "connections/", "{\"receiver\":5}");
    wrong("POST", "connections/", "{\"receiver\":" + "[".repeat(30_000));
    wrong("POST", "connection-links/", "{\"auto_accept\":\"perhaps\"}");
    wrong("POST", "connection-links/", "{\"uses\":\"2\"}");
    wrong("POST", "connection-links/", "{\"uses\":1.5}");
    wrong("POST", "connection-links/", "{\"uses\":\"many\"}");
    wrong("POST", "connection-links/", "{\"uses\":1e99999999999}");
    wrong("POST", "notifications/read/", "{\"ids\":5}");
    wrong("POST", "notifications/read/", "{\"up_to\":\"no id\"}");
    wrong("PATCH", "me/", "{\"display_name\":5}");
    wrong("PATCH", "me/", "{\"display_name\":1e99999999999}");
    wrong("PATCH", "me/settings/", "{\"discoverable\":\"perhaps\"}");
    wrong("PATCH", "me/settings/", "{\"quiet_hours\":7}");
    wrong("POST", "conversations/", "{\"title\":5,\"members\":[]}");
    wrong("POST", "conversations/", "{\"title\":\"x\",\"members\":\"ben\"}");
    wrong("POST", "conversations/", "{\"title\":\"x\",\"members\":[5]}");
    wrong("PATCH", "conversations/" + GROUP + "/", "{\"muted\":\"yes\"}");
    wrong("PATCH", "conversations/" + GROUP + "/", "{\"title\":5}");
    String messages = "conversations/" + GROUP + "/messages/";
    wrong("POST", messages, "{\"client_id\":7,\"body\":\"x\"}");
    wrong("POST", messages, "{\"client_id\":\"w1\",\"body\":7}");
    wrong("POST", messages, "{\"client_id\":\"w2\",\"body\":\"x\",\"reply_to\":7}");
    wrong("POST", messages, "{\"client_id\":\"w3\",\"body\":\"x\",\"attachments\":\"y\"}");
    wrong("POST", "conversations/" + GROUP + "/read/", "{\"seq\":\"7\"}");
    wrong("PUT", "conversations/" + GROUP + "/draft/", "{\"body\":7}");
  }

  private static void wrong(String method, String path, String body) {
    new Call(method, path)
        .with("application/json", body)
        .then()
        .statusCode(400)
        .contentType(containsString(PROBLEM));
  }

  @Test
  void a_body_without_an_announced_length_is_refused_before_it_ends() {
    // The chunk announces a gigabyte of which little more than 64 KiB is ever sent.
    String request =
        "POST /chat/api/login/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n40000000\r\n{\"username\":\""
            + "x".repeat(80_000);
    assertThat(RawResponse.headOfAnswer(SERVER.port(), request).status()).isEqualTo(413);
  }

  @Test
  void a_body_with_a_large_announced_length_is_refused_unread() {
    String request =
        "POST /chat/api/login/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\nContent-Length: 1000000000\r\n\r\n";
    assertThat(RawResponse.headOfAnswer(SERVER.port(), request).status()).isEqualTo(413);
  }

  @Test
  void an_answer_that_cannot_be_given_is_not_acceptable() {
    ADA.call()
        .accept("text/html")
        .get(SERVER.api().resolve("me/"))
        .then()
        .statusCode(406)
        .contentType(containsString(PROBLEM));
  }

  @Test
  void an_unknown_path_is_not_found_and_a_wrong_method_names_the_right_ones() {
    ADA.get("nothing/")
        .then()
        .statusCode(404)
        .contentType(containsString(PROBLEM))
        .body("code", equalTo("not_found"));
    Response answer = ADA.delete("users/");
    answer.then().statusCode(405).contentType(containsString(PROBLEM));
    assertThat(answer.header("Allow")).contains("GET");
  }

  @Test
  void every_path_answers_with_and_without_its_trailing_slash() {
    for (String path :
        List.of(
            "config",
            "me",
            "me/settings",
            "me/sessions",
            "users",
            "users/" + ADA.username(),
            "connections",
            "blocks",
            "connection-links",
            "notifications",
            "announcements",
            "conversations",
            "conversations/" + GROUP,
            "conversations/" + GROUP + "/messages",
            "conversations/" + GROUP + "/members",
            "/.well-known/jwks.json",
            "snapshot")) {
      assertThat(ADA.get(path).statusCode()).as(path).isEqualTo(200);
      assertThat(ADA.get(path + "/").statusCode()).as(path + "/").isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/"})
  void every_act_answers_with_and_without_its_trailing_slash(String slash) {
    Person ben = new People(SERVER).register("ben");
    String asked = ben.post("connections" + slash, Map.of("receiver", ADA.username())).path("id");
    String connection = "connections/" + asked;
    assertThat(ADA.post(connection + "/ignore" + slash).statusCode()).isEqualTo(200);
    assertThat(ADA.post(connection + "/accept" + slash).statusCode()).isEqualTo(200);
    assertThat(ADA.get(connection + "/ledger" + slash).statusCode()).isEqualTo(200);
    assertThat(ADA.delete(connection + slash).statusCode()).isEqualTo(204);
    assertThat(ADA.put("blocks/" + ben.username() + slash).statusCode()).isEqualTo(204);
    assertThat(ADA.delete("blocks/" + ben.username() + slash).statusCode()).isEqualTo(204);
    assertThat(ADA.post("ws-ticket" + slash).statusCode()).isEqualTo(200);

    String messages = "conversations/" + GROUP + "/messages";
    String sent = ADA.post(messages + slash, Map.of("client_id", asked, "body", "x")).path("id");
    String message = messages + "/" + sent;
    assertThat(ADA.put(message + "/reactions/🙂" + slash).statusCode()).isEqualTo(204);
    assertThat(ADA.delete(message + "/reactions/🙂" + slash).statusCode()).isEqualTo(204);
    assertThat(ADA.patch(message + slash, Map.of("body", "y")).statusCode()).isEqualTo(200);
    assertThat(ADA.delete(message + slash).statusCode()).isEqualTo(204);
    String read = "conversations/" + GROUP + "/read" + slash;
    assertThat(ADA.post(read, Map.of("seq", 1)).statusCode()).isEqualTo(200);
  }

  @Test
  void a_limit_or_cursor_that_makes_no_sense_is_a_bad_request() {
    for (String query : List.of("limit=0", "limit=-1", "limit=x", "cursor=%25%25", "cursor=AA")) {
      assertThat(ADA.get("connections/?" + query).statusCode()).as(query).isEqualTo(400);
    }
  }

  @Test
  void a_limit_above_two_hundred_is_two_hundred_however_large() {
    for (String limit : List.of("201", "99999999999", "9".repeat(40))) {
      assertThat(ADA.get("connections/?limit=" + limit).statusCode()).as(limit).isEqualTo(200);
    }
  }

  @Test
  void a_time_that_no_calendar_has_is_a_bad_request() {
    for (String time : List.of("+300000-01-01T00:00:00Z", "-0001-01-01T00:00:00Z", "tomorrow")) {
      ADA.call()
          .queryParam("q", "x")
          .queryParam("before", time)
          .get(SERVER.api().resolve("search/"))
          .then()
          .statusCode(400)
          .body("errors[0].field", equalTo("before"));
    }
  }

  @Test
  void a_cursor_from_beyond_all_time_is_a_bad_request() {
    String place = Long.MAX_VALUE + " 0192f8d0-1a2b-7c3d-8e4f-5a6b7c8d9e0f";
    String cursor =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(place.getBytes(StandardCharsets.UTF_8));
    ADA.get("conversations/?cursor=" + cursor).then().statusCode(400);
  }

  @Test
  void nobody_is_told_to_sign_in() {
    given()
        .get(SERVER.api().resolve("me/"))
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", equalTo("Bearer"))
        .contentType(containsString(PROBLEM));
  }
}
