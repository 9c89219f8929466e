package dev.parley.journey.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.parley.base.media.PictureBombs;
import dev.parley.base.media.PictureSamples;
import dev.parley.journey.Anybody;
import dev.parley.journey.AtOnce;
import dev.parley.journey.AttachmentCalls;
import dev.parley.journey.Database;
import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Talk;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Files and pictures: uploaded, sent with a message, fetched by its readers, swept away. */
class AttachmentIT {
  private static final byte[] TEXT = "some words".getBytes(StandardCharsets.UTF_8);

  private final ParleyServer server = ParleyServer.shared();
  private final Database database = new Database(server);
  private final AttachmentCalls files = new AttachmentCalls(server);
  private final People people = new People(server);
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");
  private final Talk talk = Talk.between(ada, ben);

  @Test
  void a_picture_is_kept_with_its_size_and_a_thumbnail() throws IOException {
    byte[] photo = PictureSamples.picture("jpg", 1200, 900);
    Response kept = files.uploads(ada, "beach.jpg", photo);
    kept.then()
        .statusCode(201)
        .body("name", equalTo("beach.jpg"))
        .body("media_type", equalTo("image/jpeg"))
        .body("size", equalTo(photo.length))
        .body("width", equalTo(1200))
        .body("height", equalTo(900));
    String id = kept.path("id");
    files.sendsOnly(talk, ada, id);

    Response small = files.fetchesThumbnail(ben, id);
    small.then().statusCode(200).contentType("image/jpeg");
    assertThat(ImageIO.read(new ByteArrayInputStream(small.asByteArray())).getWidth())
        .isEqualTo(480);
    assertThat(files.fetches(ben, id).asByteArray()).isEqualTo(photo);
  }

  @Test
  void a_lossless_webp_of_32_bytes_has_its_size() {
    files
        .uploads(ada, "dot.webp", PictureBombs.webpOfOneColour(64))
        .then()
        .statusCode(201)
        .body("media_type", equalTo("image/webp"))
        .body("width", equalTo(64))
        .body("height", equalTo(64));
  }

  @Test
  void a_file_of_many_parts_comes_back_as_it_was() {
    byte[] zip = new byte[3_000_001];
    new java.util.Random(7).nextBytes(zip);
    System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, zip, 0, 4);
    String id = files.keeps(ada, "all.zip", zip);
    Response fetched = files.fetches(ada, id);
    fetched.then().statusCode(200).contentType("application/zip");
    assertThat(fetched.header("Content-Length")).isEqualTo("3000001");
    assertThat(fetched.asByteArray()).isEqualTo(zip);
    files.fetchesThumbnail(ada, id).then().statusCode(404);
  }

  @Test
  void a_message_carries_its_attachments_in_order_and_needs_no_text() {
    String first = files.keeps(ada, "1.txt", TEXT);
    String second = files.keeps(ada, "2.txt", TEXT);
    try (LiveClient bens = ben.opensLiveSession()) {
      bens.saysHello();
      files
          .sends(talk, ada, "c1", "", second, first)
          .then()
          .statusCode(201)
          .body("body", equalTo(""))
          .body("attachments.id", contains(second, first))
          .body("attachments[0].width", nullValue());
      JsonPath sent = bens.awaitEvent("message.sent");
      assertThat(sent.getList("data.attachments.id")).containsExactly(second, first);
      assertThat(sent.getString("data.attachments[0].name")).isEqualTo("2.txt");
      assertThat(sent.getString("data.attachments[0].media_type")).isEqualTo("text/plain");
    }
    talk.page(ben, "limit=9").then().body("items[0].attachments.id", contains(second, first));
    assertThat(talk.seenBy(ben).getList("last_message.attachments.id"))
        .containsExactly(second, first);
  }

  @Test
  void the_words_of_a_message_with_attachments_may_be_taken_out_and_come_back() {
    String message = files.sendsOnly(talk, ada, files.keeps(ada, "1.txt", TEXT));
    talk.edits(ada, message, "look").then().statusCode(200);
    talk.edits(ada, message, "").then().statusCode(200).body("attachments.size()", equalTo(1));
    String bare = talk.says(ada, "bare").getString("id");
    talk.edits(ada, bare, "").then().statusCode(400).body("code", equalTo("empty_message"));
  }

  @Test
  void the_same_client_id_again_is_the_first_message_with_its_attachments() {
    String id = files.keeps(ada, "1.txt", TEXT);
    String first = files.sends(talk, ada, "c1", "see", id).path("id");
    files
        .sends(talk, ada, "c1", "see", id)
        .then()
        .statusCode(200)
        .body("id", equalTo(first))
        .body("attachments.id", contains(id));
    assertThat(talk.heardBy(ben)).containsExactly("see");
  }

  @Test
  void a_live_session_sends_attachments_too() {
    String id = files.keeps(ada, "1.txt", TEXT);
    try (LiveClient adas = ada.opensLiveSession()) {
      adas.saysHello();
      String frame = talk.frame("1", "c1", "");
      adas.sends(frame.replace("}", ",'attachments':['" + id + "']}"));
      assertThat(adas.awaitAnswer("1").getList("data.attachments.id")).containsExactly(id);
      adas.sends(frame.replace("}", ",'attachments':[7]}").replace("'1'", "'2'"));
      assertThat(adas.awaitAnswer("2").getString("code")).isEqualTo("invalid_input");
    }
  }

  @Test
  void foreign_used_and_unknown_attachments_are_refused_alike() {
    String used = files.keeps(ada, "1.txt", TEXT);
    files.sendsOnly(talk, ada, used);
    String bens = files.keeps(ben, "2.txt", TEXT);
    for (String id : List.of(used, bens, UUID.randomUUID().toString(), "x")) {
      files
          .sends(talk, ada, "c2", "hi", id)
          .then()
          .statusCode(404)
          .body("code", equalTo("attachment_not_found"));
    }
    files.sends(talk, ben, "c3", "mine", bens).then().statusCode(201);
    assertThat(talk.heardBy(ada)).containsExactly("", "mine");
  }

  @Test
  void of_two_messages_at_once_one_gets_the_attachment() {
    String id = files.keeps(ada, "1.txt", TEXT);
    List<Integer> answers =
        AtOnce.times(8, i -> files.sends(talk, ada, "c" + i, "hi", id).statusCode()).stream()
            .sorted()
            .toList();
    assertThat(answers).containsExactly(201, 404, 404, 404, 404, 404, 404, 404);
  }

  @Test
  void a_message_has_ten_attachments_at_most() {
    String[] eleven =
        IntStream.range(0, 11).mapToObj(i -> UUID.randomUUID().toString()).toArray(String[]::new);
    files
        .sends(talk, ada, "c1", "hi", eleven)
        .then()
        .statusCode(400)
        .body("code", equalTo("too_many_attachments"));
    new Anybody(server)
        .gets("config/")
        .then()
        .body("limits.attachments_per_message", equalTo(10))
        .body("limits.attachment_bytes", equalTo(10 * 1024 * 1024));
  }

  @Test
  void the_attachments_of_a_deleted_message_are_gone_for_everybody() {
    String id = files.keeps(ada, "1.txt", TEXT);
    String message = files.sendsOnly(talk, ada, id);
    talk.deletes(ada, message).then().statusCode(204);
    for (Person person : List.of(ada, ben)) {
      files.fetches(person, id).then().statusCode(404);
      talk.page(person, "limit=9").then().body("items[0].attachments", empty());
    }
    awaitSwept(id);
    assertThat(usage(ada)).isEqualTo("0");
  }

  @Test
  void what_no_message_takes_within_a_day_is_swept_away() {
    String old = files.keeps(ada, "1.txt", TEXT);
    String young = files.keeps(ada, "2.txt", TEXT);
    String sent = files.keeps(ada, "3.txt", TEXT);
    files.sendsOnly(talk, ada, sent);
    for (String id : List.of(old, sent)) {
      database.change(
          "update attachment set created_at = now() - interval '25 hours' where id = ?::uuid", id);
    }
    awaitSwept(old);
    files.fetches(ada, young).then().statusCode(200);
    files.fetches(ben, sent).then().statusCode(200);
    assertThat(usage(ada)).isEqualTo(String.valueOf(2 * TEXT.length));
  }

  private void awaitSwept(String id) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(
                        database.look(
                            "select (select count(*) from attachment where id = a.id)"
                                + " + (select count(*) from attachment_part where attachment_id = a.id)"
                                + " from (select ?::uuid as id) a",
                            id))
                    .isEqualTo("0"));
  }

  private String usage(Person person) {
    return database.look("select bytes from attachment_usage where user_id = ?::uuid", person.id());
  }

  @Test
  void an_upload_needs_a_file_with_something_in_it() {
    files
        .uploads(ada, "1.txt", new byte[0])
        .then()
        .statusCode(400)
        .body("code", equalTo("empty_file"));
    ada.call()
        .multiPart("other", "1.txt", TEXT, "text/plain")
        .post(server.api().resolve("attachments/"))
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("file"));
    ada.post("attachments/", Map.of("file", "x")).then().statusCode(415);
  }
}
