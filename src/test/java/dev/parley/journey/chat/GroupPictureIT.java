package dev.parley.journey.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.parley.journey.Anybody;
import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Talk;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The picture of a group: chosen by its owners, made anew, and seen by its members at once. */
class GroupPictureIT {
  private final ParleyServer server = ParleyServer.shared();
  private final Anybody anybody = new Anybody(server);
  private final People people = new People(server);
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");
  private final Talk direct = Talk.between(ada, ben);
  private final Talk group = Talk.group(ada, "Harbour crew", ben);

  private Response chooses(Person person, Talk talk, byte[] file) {
    return person
        .call()
        .multiPart("file", "group.png", file, "application/octet-stream")
        .put(server.api().resolve(talk.path("picture/")));
  }

  private static byte[] picture() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", file);
    return file.toByteArray();
  }

  @Test
  void an_owner_chooses_a_picture_that_all_members_see_until_it_is_another_one()
      throws IOException {
    assertThat(group.seenBy(ben).getString("picture_url")).isNull();
    try (LiveClient bens = ben.opensLiveSession()) {
      bens.saysHello();
      Response answer = chooses(ada, group, picture());
      answer.then().statusCode(200).body("id", equalTo(group.id()));
      String first = answer.path("picture_url");
      JsonPath told = bens.awaitEvent("conversation.updated");
      assertThat(told.getString("data.picture_url")).isEqualTo(first);
      assertThat(group.seenBy(ben).getString("picture_url")).isEqualTo(first);

      Response served = ben.call().get(server.api().resolve(first));
      served
          .then()
          .statusCode(200)
          .contentType("image/png")
          .header("X-Content-Type-Options", "nosniff")
          .header("Cache-Control", "private, no-cache");
      BufferedImage square = ImageIO.read(new ByteArrayInputStream(served.asByteArray()));
      assertThat(square.getWidth()).isEqualTo(square.getHeight()).isEqualTo(256);

      String second = chooses(ada, group, picture()).path("picture_url");
      assertThat(second).isNotEqualTo(first);
      sees(ben, first, 404);
      ada.delete(group.path("picture/")).then().statusCode(204);
      ada.delete(group.path("picture")).then().statusCode(204);
      sees(ben, second, 404);
      ben.get(group.path("")).then().body("picture_url", nullValue());
    }
  }

  private void sees(Person person, String picture, int status) {
    Response answer = person.call().get(server.api().resolve(picture));
    answer.then().statusCode(status);
    if (status == 404) {
      String nothing = "/chat/api/group-pictures/" + UUID.randomUUID();
      assertThat(answer.asString())
          .isEqualTo(person.call().get(server.api().resolve(nothing)).asString());
      answer.then().header("Cache-Control", "no-store");
    }
  }

  @Test
  void a_picture_is_seen_by_members_only_and_no_longer_than_they_are() throws IOException {
    Person cleo = people.register("cleo");
    ada.connectsWith(cleo);
    String picture = chooses(ada, group, picture()).path("picture_url");
    for (Person outside : List.of(cleo, people.register("eve"), people.administrator())) {
      sees(outside, picture, 404);
    }
    anybody.gets(picture).then().statusCode(401);
    group.brings(ada, cleo).then().statusCode(201);
    sees(cleo, picture, 200);
    group.removes(ada, cleo).then().statusCode(204);
    sees(cleo, picture, 404);
    sees(ben, picture, 200);
    ben.delete(group.path("members/" + ben.username() + "/")).then().statusCode(204);
    sees(ben, picture, 404);
  }

  @Test
  void a_browser_that_keeps_a_picture_asks_whether_it_may_still_show_it() throws IOException {
    String picture = chooses(ada, group, picture()).path("picture_url");
    String tag = ben.call().get(server.api().resolve(picture)).header("ETag");
    asks(picture, tag).then().statusCode(304);
    asks(picture, "\"another\"").then().statusCode(200);
    group.removes(ada, ben).then().statusCode(204);
    asks(picture, tag).then().statusCode(404);
  }

  private Response asks(String picture, String tag) {
    return ben.call().header("If-None-Match", tag).get(server.api().resolve(picture));
  }

  @Test
  void nobody_but_an_owner_of_a_group_chooses_it() throws IOException {
    byte[] file = picture();
    chooses(ben, group, file).then().statusCode(403).body("code", equalTo("not_an_owner"));
    chooses(people.register("eve"), group, file)
        .then()
        .statusCode(404)
        .body("code", equalTo("not_found"));
    chooses(ada, direct, file).then().statusCode(409).body("code", equalTo("not_a_group"));
    chooses(ada, Talk.of(UUID.randomUUID().toString()), file).then().statusCode(404);
    ben.delete(group.path("picture/")).then().statusCode(403);
    anybody
        .call()
        .multiPart("file", "x.png", file)
        .put(server.api().resolve(group.path("picture/")))
        .then()
        .statusCode(401);
    assertThat(group.seenBy(ada).getString("picture_url")).isNull();
  }

  @Test
  void what_is_no_picture_or_too_large_is_refused() {
    byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
    chooses(ada, group, svg).then().statusCode(400).body("code", equalTo("not_an_image"));
    chooses(ada, group, new byte[2 * 1024 * 1024 + 1])
        .then()
        .statusCode(413)
        .body("code", equalTo("too_large"));
    ada.get("group-pictures/" + UUID.randomUUID() + "/").then().statusCode(404);
    ada.get("group-pictures/no-id/").then().statusCode(404);
  }
}
