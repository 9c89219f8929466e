package dev.parley.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.problem.DomainException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AvatarsTest {
  private static byte[] picture(String format, int width, int height) throws IOException {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = picture.createGraphics();
    canvas.setColor(Color.RED);
    canvas.fillRect(0, 0, width, height);
    canvas.dispose();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageIO.write(picture, format, file);
    return file.toByteArray();
  }

  private static BufferedImage squared(byte[] file) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(Avatars.square(file)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif"})
  void a_picture_becomes_a_square_of_256_pixels(String format) throws IOException {
    BufferedImage square = squared(picture(format, 1800, 700));
    assertThat(square.getWidth()).isEqualTo(square.getHeight()).isEqualTo(256);
    Color middle = new Color(square.getRGB(128, 128));
    assertThat(middle.getRed()).isGreaterThan(240);
    assertThat(middle.getBlue()).isLessThan(15);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==",
        "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA"
      })
  void webp_is_read_with_and_without_loss(String file) throws IOException {
    assertThat(squared(Base64.getDecoder().decode(file)).getWidth()).isEqualTo(256);
  }

  @Test
  void a_picture_of_too_many_pixels_is_refused_before_it_is_unpacked() throws IOException {
    byte[] bomb = picture("png", 1, 1);
    ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);
    CRC32 sum = new CRC32();
    sum.update(bomb, 12, 17);
    ByteBuffer.wrap(bomb).putInt(29, (int) sum.getValue());
    refused(bomb);
  }

  @Test
  void what_is_no_picture_is_refused() throws IOException {
    byte[] png = picture("png", 400, 400);
    refused(new byte[0]);
    refused(Arrays.copyOf(png, png.length / 2));
    refused(
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
            .getBytes(StandardCharsets.UTF_8));
    refused("<!doctype html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
    refused(picture("bmp", 9, 9));
    refused("RIFF....WEBPVP8 ".getBytes(StandardCharsets.US_ASCII));
    refused("GIF89a".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void nothing_of_what_hides_behind_a_picture_is_kept() throws IOException {
    byte[] png = picture("png", 30, 30);
    byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
    byte[] both = Arrays.copyOf(png, png.length + script.length);
    System.arraycopy(script, 0, both, png.length, script.length);
    assertThat(new String(Avatars.square(both), StandardCharsets.ISO_8859_1))
        .doesNotContain("script");
  }

  private static void refused(byte[] file) {
    assertThatThrownBy(() -> Avatars.square(file))
        .isInstanceOfSatisfying(
            DomainException.class, e -> assertThat(e.code()).isEqualTo(AccountCode.NOT_AN_IMAGE));
  }
}
