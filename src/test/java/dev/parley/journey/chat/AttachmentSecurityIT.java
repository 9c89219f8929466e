package dev.parley.journey.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.parley.base.media.PictureSamples;
import dev.parley.journey.Anybody;
import dev.parley.journey.AttachmentCalls;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.StrictServer;
import dev.parley.journey.Talk;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads that mean harm, and people who have no business with a file. */
@ResourceLock("the strict server")
class AttachmentSecurityIT {
  private static final byte[] TEXT = "some words".getBytes(StandardCharsets.UTF_8);

  private final ParleyServer server = ParleyServer.shared();
  private final AttachmentCalls files = new AttachmentCalls(server);
  private final People people = new People(server);
  private final Person ada = people.register("ada");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "<html><script>alert(1)</script></html>",
        "\ufeff <!doctype html><script>alert(1)</script>",
        "GIF89a=1;/*<html><script>alert(1)</script>*/"
      })
  void what_a_browser_might_run_is_only_bytes_whatever_it_is_called(String harm) {
    byte[] file = harm.getBytes(StandardCharsets.UTF_8);
    for (String name : List.of("x.png", "x.svg", "x.html", "x.txt")) {
      Response kept = files.uploads(ada, name, file);
      kept.then().statusCode(201).body("media_type", equalTo("application/octet-stream"));
      Response served = files.fetches(ada, kept.path("id"));
      isGuarded(served, "attachment; filename*=UTF-8''" + name);
      assertThat(served.contentType()).isEqualTo("application/octet-stream");
      files.fetchesThumbnail(ada, kept.path("id")).then().statusCode(404);
    }
  }

  private static void isGuarded(Response served, String disposition) {
    assertThat(served.statusCode()).isEqualTo(200);
    assertThat(served.headers().getValues("Content-Disposition")).containsExactly(disposition);
    assertThat(served.headers().getValues("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(served.headers().getValues("Content-Security-Policy"))
        .containsExactly("sandbox; default-src 'none'; frame-ancestors 'none'");
    assertThat(served.headers().getValues("Cache-Control")).containsExactly("no-store");
  }

  @Test
  void pictures_are_served_without_where_they_were_taken() {
    for (byte[] photo :
        List.of(
            PictureSamples.jpeg(40, 20, 6),
            PictureSamples.png(40, 20),
            PictureSamples.webp(),
            PictureSamples.gif())) {
      String id = files.keeps(ada, "me.jpg", photo);
      Response served = files.fetches(ada, id);
      isGuarded(served, "attachment; filename*=UTF-8''me.jpg");
      assertThat(served.contentType()).startsWith("image/");
      assertThat(new String(served.asByteArray(), StandardCharsets.ISO_8859_1))
          .doesNotContain(PictureSamples.SECRET);
      isGuarded(files.fetchesThumbnail(ada, id), "inline");
    }
  }

  @Test
  void a_name_is_no_path_and_forges_no_header() {
    String boundary = "b0undary";
    String name = "../Füße \u202E写真;x=*.txt";
    String body =
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\nhi\r\n--%s--\r\n"
            .formatted(boundary, name, boundary);
    Response kept =
        ada.call()
            .config(
                io.restassured.RestAssured.config()
                    .encoderConfig(
                        io.restassured.config.EncoderConfig.encoderConfig()
                            .encodeContentTypeAs(
                                "multipart/form-data", io.restassured.http.ContentType.TEXT)))
            .contentType("multipart/form-data; boundary=" + boundary)
            .body(body.getBytes(StandardCharsets.UTF_8))
            .post(server.api().resolve("attachments/"));
    kept.then().statusCode(201).body("name", equalTo("Füße 写真;x=*.txt"));
    isGuarded(
        files.fetches(ada, kept.path("id")),
        "attachment; filename*=UTF-8''F%C3%BC%C3%9Fe%20%E5%86%99%E7%9C%9F%3Bx%3D%2A.txt");
  }

  @Test
  void only_who_sees_the_message_sees_its_attachment() {
    Person ben = people.register("ben");
    Person cleo = people.register("cleo");
    Person dan = people.register("dan");
    Person stranger = people.register("eve");
    List.of(ben, cleo, dan).forEach(ada::connectsWith);
    Talk group = Talk.group(ada, "trip", ben, cleo);
    String unsent = files.keeps(ada, "unsent.png", PictureSamples.png(9, 9));
    String sent = files.keeps(ada, "sent.png", PictureSamples.png(9, 9));
    files.sendsOnly(group, ada, sent);
    group.removes(ada, cleo).then().statusCode(204);
    group.brings(ada, dan).then().statusCode(201);
    ada.blocks(stranger).then().statusCode(204);

    sees(ada, unsent, sent);
    sees(ben, sent);
    for (Person outside : List.of(cleo, dan, stranger, people.administrator())) {
      seesAsLittleAsOfNothing(outside, unsent);
      seesAsLittleAsOfNothing(outside, sent);
    }
    seesAsLittleAsOfNothing(ben, unsent);
    new Anybody(server).gets("attachments/" + sent + "/").then().statusCode(401);
    new Anybody(server).gets("attachments/" + sent + "/thumbnail/").then().statusCode(401);

    String later = files.keeps(ada, "later.png", PictureSamples.png(9, 9));
    files.sendsOnly(group, ada, later);
    sees(dan, later);
    seesAsLittleAsOfNothing(cleo, later);
  }

  private void sees(Person person, String... ids) {
    for (String id : ids) {
      files.fetches(person, id).then().statusCode(200);
      files.fetchesThumbnail(person, id).then().statusCode(200);
    }
  }

  private void seesAsLittleAsOfNothing(Person person, String id) {
    String nothing = files.fetches(person, UUID.randomUUID().toString()).asString();
    for (Response answer : List.of(files.fetches(person, id), files.fetchesThumbnail(person, id))) {
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.asString()).isEqualTo(nothing);
    }
  }

  @Test
  void a_file_that_is_too_large_is_refused() {
    byte[] large = new byte[10 * 1024 * 1024 + 1];
    files.uploads(ada, "x.bin", large).then().statusCode(413).body("code", equalTo("too_large"));
    large[0] = (byte) 0xff;
    large[1] = (byte) 0xd8;
    large[2] = (byte) 0xff;
    files.uploads(ada, "x.jpg", large).then().statusCode(413).body("code", equalTo("too_large"));
    files.uploads(ada, "x.bin", new byte[10 * 1024 * 1024]).then().statusCode(201);
  }

  @Test
  void a_file_that_is_announced_too_large_is_refused_before_it_comes() throws IOException {
    try (Socket socket = new Socket("localhost", server.port())) {
      socket.setSoTimeout(30_000);
      socket
          .getOutputStream()
          .write(
              ("POST /chat/api/attachments/ HTTP/1.1\r\nHost: localhost:%d\r\nAuthorization: Bearer %s\r\n"
                      + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 900000000\r\n\r\n")
                  .formatted(server.port(), ada.accessToken())
                  .getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readNBytes(12);
      assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
    }
  }

  @Test
  void other_calls_take_no_larger_bodies_than_before() {
    ada.call()
        .multiPart("file", "x.png", new byte[3 * 1024 * 1024], "image/png")
        .put(server.api().resolve("me/avatar/"))
        .then()
        .statusCode(413);
  }

  @Test
  void nobody_keeps_more_than_their_quota() {
    ParleyServer strict = StrictServer.shared();
    AttachmentCalls there = new AttachmentCalls(strict);
    Person greedy = new People(strict).register("greedy");
    byte[] file = new byte[StrictServer.QUOTA / 2];
    String first = there.keeps(greedy, "1", file);
    there.keeps(greedy, "2", file);
    there
        .uploads(greedy, "3", TEXT)
        .then()
        .statusCode(409)
        .body("code", equalTo("quota_exceeded"))
        .body("current.used", equalTo(StrictServer.QUOTA / 2 * 2))
        .body("current.quota", equalTo(StrictServer.QUOTA));
    there.fetches(greedy, first).then().statusCode(200);
    there.keeps(new People(strict).register("other"), "1", file);
  }

  @Test
  void a_message_that_is_refused_takes_no_attachment() {
    Person ben = people.register("ben");
    Talk talk = Talk.between(ada, ben);
    String id = files.keeps(ada, "1.txt", TEXT);
    ben.blocks(ada).then().statusCode(204);
    files.sends(talk, ada, "c1", "", id).then().statusCode(403);
    files.fetches(ben, id).then().statusCode(404);
    ada.post(talk.path("messages/"), Map.of("client_id", "c2", "attachments", List.of(id)))
        .then()
        .statusCode(403)
        .body("code", equalTo("not_connected"));
    files.fetches(ada, id).then().statusCode(200);
  }
}
