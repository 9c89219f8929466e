package dev.parley.journey.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.parley.base.media.PictureBombs;
import dev.parley.base.media.TurnedPictures;
import dev.parley.journey.Anybody;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of people: only pictures, made anew, square. */
class AvatarIT {
  private static final byte[] WEBP =
      Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
  private final ParleyServer server = ParleyServer.shared();
  private final Anybody anybody = new Anybody(server);
  private final Person ada = new People(server).register("ava");

  private Response uploads(String name, byte[] file) {
    return ada.call()
        .multiPart("file", name, file, "application/octet-stream")
        .put(server.api().resolve("me/avatar/"));
  }

  private static byte[] picture(String format) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), format, file);
    return file.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif", "webp"})
  void a_picture_becomes_a_square_png_that_everybody_may_load(String format) throws IOException {
    byte[] file = format.equals("webp") ? WEBP : picture(format);
    Response answer = uploads("me." + format, file);
    answer.then().statusCode(200).body("id", equalTo(ada.id()));
    Response served = anybody.gets(answer.path("avatar_url"));
    served
        .then()
        .statusCode(200)
        .contentType("image/png")
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "private, max-age=31536000, immutable");
    BufferedImage square = ImageIO.read(new ByteArrayInputStream(served.asByteArray()));
    assertThat(square.getWidth()).isEqualTo(square.getHeight()).isEqualTo(256);
    assertThat(ada.get("me/").<String>path("avatar_url")).isEqualTo(answer.path("avatar_url"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "webp"})
  void a_picture_that_a_phone_took_on_its_side_is_upright(String format) throws IOException {
    String address = uploads("me", TurnedPictures.file(format, 6)).path("avatar_url");
    byte[] served = anybody.gets(address).asByteArray();
    assertThat(TurnedPictures.corners(ImageIO.read(new ByteArrayInputStream(served))))
        .isEqualTo("WRGB");
  }

  @Test
  void a_lossless_webp_of_32_bytes_is_taken() {
    uploads("me.webp", PictureBombs.webpOfOneColour(64)).then().statusCode(200);
  }

  @Test
  void another_avatar_has_another_address_and_a_removed_one_none() throws IOException {
    String first = uploads("a.png", picture("png")).path("avatar_url");
    String second = uploads("b.png", picture("png")).path("avatar_url");
    assertThat(second).isNotEqualTo(first);
    anybody.gets(first).then().statusCode(404);
    ada.delete("me/avatar/").then().statusCode(204);
    ada.delete("me/avatar").then().statusCode(204);
    anybody.gets(second).then().statusCode(404);
    ada.get("me/").then().body("avatar_url", nullValue());
    anybody.gets("avatars/" + UUID.randomUUID() + "/").then().statusCode(404);
    anybody.gets("avatars/no-id/").then().statusCode(404);
  }

  @Test
  void what_is_no_picture_is_refused_whatever_it_is_called() throws IOException {
    byte[] png = picture("png");
    for (byte[] file :
        new byte[][] {
          "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8),
          "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8),
          java.util.Arrays.copyOf(png, 60),
          new byte[0]
        }) {
      uploads("me.png", file).then().statusCode(400).body("code", equalTo("not_an_image"));
    }
    ada.get("me/").then().body("avatar_url", nullValue());
  }

  @Test
  void more_than_two_mebibytes_are_too_large() {
    for (int size : new int[] {2 * 1024 * 1024 + 1, 3 * 1024 * 1024}) {
      uploads("me.png", new byte[size]).then().statusCode(413).body("code", equalTo("too_large"));
    }
  }

  @Test
  void an_upload_without_its_file_is_refused() {
    ada.call()
        .multiPart("picture", "x.png", new byte[9], "image/png")
        .put(server.api().resolve("me/avatar/"))
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("file"));
    ada.call()
        .contentType("application/json")
        .body("{}")
        .put(server.api().resolve("me/avatar/"))
        .then()
        .statusCode(415);
    anybody
        .call()
        .multiPart("file", "x.png", new byte[9], "image/png")
        .put(server.api().resolve("me/avatar/"))
        .then()
        .statusCode(401);
  }
}
