package dev.parley.base.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Avatars and thumbnails are small pictures of our own making. */
class SmallPicturesTest {
  private final SmallPictures small = new SmallPictures(Duration.ofSeconds(30));

  private byte[] square(byte[] file) throws IOException {
    return small.square(PictureFile.read(file));
  }

  private BufferedImage avatar(byte[] file) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(square(file)));
  }

  private Thumbnail thumbnail(byte[] file) throws IOException {
    return small.thumbnail(PictureFile.read(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif"})
  void a_picture_becomes_a_square_of_256_pixels(String format) throws IOException {
    BufferedImage square = avatar(PictureSamples.picture(format, 1800, 700));
    assertThat(square.getWidth()).isEqualTo(square.getHeight()).isEqualTo(256);
    Color left = new Color(square.getRGB(60, 128));
    assertThat(left.getRed()).isGreaterThan(240);
    assertThat(left.getBlue()).isLessThan(15);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==",
        "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA"
      })
  void webp_is_read_with_and_without_loss(String file) throws IOException {
    assertThat(avatar(Base64.getDecoder().decode(file)).getWidth()).isEqualTo(256);
  }

  @Test
  void what_is_no_picture_is_refused() {
    byte[] png = PictureSamples.picture("png", 400, 400);
    refused(new byte[0]);
    refused(Arrays.copyOf(png, png.length / 2));
    refused(
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
            .getBytes(StandardCharsets.UTF_8));
    refused("<!doctype html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
    refused(PictureSamples.picture("bmp", 9, 9));
    refused("RIFF....WEBPVP8 ".getBytes(StandardCharsets.US_ASCII));
    refused("GIF89a".getBytes(StandardCharsets.US_ASCII));
  }

  private void refused(byte[] file) {
    assertThatThrownBy(() -> square(file)).isInstanceOf(IOException.class);
  }

  @Test
  void nothing_of_what_hides_behind_a_picture_is_kept() throws IOException {
    byte[] square = square(PictureSamples.png(30, 30));
    assertThat(new String(square, StandardCharsets.ISO_8859_1))
        .doesNotContain("script")
        .doesNotContain(PictureSamples.SECRET);
  }

  @Test
  void a_thumbnail_is_small_and_keeps_what_shines_through() throws IOException {
    Thumbnail photo = thumbnail(PictureSamples.picture("jpg", 2000, 1000));
    BufferedImage shown = ImageIO.read(new ByteArrayInputStream(photo.image()));
    assertThat(new int[] {shown.getWidth(), shown.getHeight()}).containsExactly(480, 240);
    assertThat(new int[] {photo.width(), photo.height()}).containsExactly(2000, 1000);
    assertThat(Thumbnail.mediaType(photo.image())).isEqualTo("image/jpeg");
    byte[] clear = PictureSamples.written("png", new BufferedImage(9, 9, 2));
    assertThat(Thumbnail.mediaType(thumbnail(clear).image())).isEqualTo("image/png");
  }

  @Test
  void a_picture_of_a_thin_line_has_a_thumbnail_too() throws IOException {
    Thumbnail line = thumbnail(PictureSamples.picture("png", 9000, 1));
    BufferedImage shown = ImageIO.read(new ByteArrayInputStream(line.image()));
    assertThat(new int[] {shown.getWidth(), shown.getHeight()}).containsExactly(480, 1);
  }

  @ParameterizedTest
  @CsvSource({"1, 40, 20", "3, 40, 20", "6, 20, 40", "8, 20, 40"})
  void how_a_photograph_is_to_be_turned_stays(int orientation, int width, int height)
      throws IOException {
    byte[] clean = PictureFile.read(PictureSamples.jpeg(40, 20, orientation)).content();
    Thumbnail turned = thumbnail(clean);
    assertThat(new int[] {turned.width(), turned.height()}).containsExactly(width, height);
    BufferedImage shown = ImageIO.read(new ByteArrayInputStream(turned.image()));
    boolean redFirst = (shown.getRGB(2, 2) >> 16 & 0xff) > 128;
    assertThat(redFirst)
        .as("red is at the top left")
        .isEqualTo(orientation == 1 || orientation == 6);
  }
}
