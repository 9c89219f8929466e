package dev.parley.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    try (LiveSession bens = ben.opensLiveSession()) {
      bens.saysHello();
      Response answer = chooses(ada, group, picture());
      answer.then().statusCode(200).body("id", equalTo(group.id()));
      String first = answer.path("picture_url");
      JsonPath told = bens.awaitEvent("conversation.updated");
      assertThat(told.getString("data.picture_url")).isEqualTo(first);
      assertThat(group.seenBy(ben).getString("picture_url")).isEqualTo(first);

      Response served = anybody.gets(first);
      served
          .then()
          .statusCode(200)
          .contentType("image/png")
          .header("X-Content-Type-Options", "nosniff")
          .header("Cache-Control", "private, max-age=31536000, immutable");
      BufferedImage square = ImageIO.read(new ByteArrayInputStream(served.asByteArray()));
      assertThat(square.getWidth()).isEqualTo(square.getHeight()).isEqualTo(256);

      String second = chooses(ada, group, picture()).path("picture_url");
      assertThat(second).isNotEqualTo(first);
      anybody.gets(first).then().statusCode(404);
      ada.delete(group.path("picture/")).then().statusCode(204);
      ada.delete(group.path("picture")).then().statusCode(204);
      anybody.gets(second).then().statusCode(404);
      ben.get(group.path("")).then().body("picture_url", nullValue());
    }
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
    anybody.gets("group-pictures/" + UUID.randomUUID() + "/").then().statusCode(404);
    anybody.gets("group-pictures/no-id/").then().statusCode(404);
  }
}
