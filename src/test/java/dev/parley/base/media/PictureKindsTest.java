package dev.parley.base.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Pictures of every sort that cameras, phones and programs make become small ones. */
class PictureKindsTest {
  private final SmallPictures small = new SmallPictures(Duration.ofSeconds(30));

  private Thumbnail thumbnail(byte[] file) throws IOException {
    return small.thumbnail(PictureFile.read(file));
  }

  private BufferedImage avatar(byte[] file) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(small.square(PictureFile.read(file))));
  }

  static Stream<Arguments> turned() {
    return Stream.of("jpg", "png", "webp")
        .flatMap(
            format -> IntStream.rangeClosed(1, 8).mapToObj(number -> Arguments.of(format, number)));
  }

  /** The four corners, clockwise from the top left, of a picture stored as orientation says. */
  private static final List<String> CORNERS =
      List.of("RGBW", "GRWB", "BWRG", "WBGR", "RWBG", "WRGB", "BGRW", "GBWR");

  @ParameterizedTest
  @MethodSource("turned")
  void an_avatar_and_a_thumbnail_are_upright(String format, int orientation) throws IOException {
    byte[] file = TurnedPictures.file(format, orientation);
    String expected = CORNERS.get(orientation - 1);
    assertThat(TurnedPictures.corners(avatar(file))).isEqualTo(expected);
    Thumbnail made = thumbnail(file);
    BufferedImage shown = ImageIO.read(new ByteArrayInputStream(made.image()));
    assertThat(TurnedPictures.corners(shown)).isEqualTo(expected);
    int[] size = orientation > 4 ? new int[] {48, 64} : new int[] {64, 48};
    assertThat(new int[] {made.width(), made.height()}).containsExactly(size);
    assertThat(new int[] {shown.getWidth(), shown.getHeight()}).containsExactly(size);
  }

  @ParameterizedTest
  @MethodSource("turned")
  void the_kept_file_says_how_it_is_turned_and_nothing_else(String format, int orientation)
      throws IOException {
    byte[] kept = PictureFile.read(TurnedPictures.file(format, orientation)).content();
    assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain(PictureSamples.SECRET);
    PictureFile again = PictureFile.read(kept);
    assertThat(again.orientation()).isEqualTo(orientation);
    assertThat(again.content()).isEqualTo(kept);
  }

  @Test
  void a_lossless_webp_of_32_bytes_is_a_picture_of_64_by_64() throws IOException {
    byte[] file = PictureBombs.webpOfOneColour(64);
    assertThat(file).hasSize(32);
    Thumbnail made = thumbnail(file);
    assertThat(new int[] {made.width(), made.height()}).containsExactly(64, 64);
    assertThat(avatar(file).getWidth()).isEqualTo(256);
  }

  @ParameterizedTest
  @CsvSource({
    "GIF that is clear, 1, 1, R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7",
    "GIF of 35 bytes, 1, 1, R0lGODlhAQABAIABAP///wAAACwAAAAAAQABAAACAkQBADs=",
    "PNG of one pixel, 1, 1, iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=",
    "WebP lossy, 1, 1, UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA",
    "WebP lossless, 1, 1, UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="
  })
  void the_smallest_files_are_pictures(String name, int width, int height, String file)
      throws IOException {
    Thumbnail made = thumbnail(java.util.Base64.getDecoder().decode(file));
    assertThat(new int[] {made.width(), made.height()}).containsExactly(width, height);
    assertThat(avatar(java.util.Base64.getDecoder().decode(file)).getWidth()).isEqualTo(256);
  }

  static Stream<byte[]> layouts() {
    return Stream.of(
        PictureLayouts.png(BufferedImage.TYPE_BYTE_GRAY),
        PictureLayouts.png(BufferedImage.TYPE_USHORT_GRAY),
        PictureLayouts.png(BufferedImage.TYPE_BYTE_BINARY),
        PictureLayouts.png(BufferedImage.TYPE_BYTE_INDEXED),
        PictureLayouts.png(BufferedImage.TYPE_4BYTE_ABGR),
        PictureLayouts.png16(),
        PictureLayouts.interlacedPng(),
        PictureLayouts.grayJpeg());
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void every_layout_of_pixels_keeps_its_light_and_dark(byte[] file) throws IOException {
    BufferedImage avatar = avatar(file);
    assertThat(brightness(avatar, 60)).isGreaterThan(200);
    assertThat(brightness(avatar, 200)).isLessThan(60);
    BufferedImage shown = ImageIO.read(new ByteArrayInputStream(thumbnail(file).image()));
    assertThat(brightness(shown, 10)).isGreaterThan(200);
    assertThat(brightness(shown, 50)).isLessThan(60);
  }

  private static int brightness(BufferedImage image, int x) {
    Color color = new Color(image.getRGB(x, image.getHeight() / 2));
    return (color.getRed() + color.getGreen() + color.getBlue()) / 3;
  }

  @ParameterizedTest
  @CsvSource({"0", "2"})
  void a_jpeg_made_to_be_printed_keeps_its_colours(int transform) throws IOException {
    byte[] file = PictureLayouts.printedJpeg(transform);
    Color left = new Color(avatar(file).getRGB(60, 128));
    assertThat(left.getRed()).isGreaterThan(left.getBlue() + 60);
    Color right = new Color(avatar(file).getRGB(200, 128));
    assertThat(right.getBlue()).isGreaterThan(right.getRed() + 60);
    assertThat(thumbnail(file).width()).isEqualTo(64);
  }

  @Test
  void a_picture_that_is_cut_off_is_none() {
    byte[] png = PictureSamples.picture("png", 64, 48);
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> PictureFile.read(Arrays.copyOf(png, png.length - 20)))
        .isInstanceOf(IOException.class);
  }
}
