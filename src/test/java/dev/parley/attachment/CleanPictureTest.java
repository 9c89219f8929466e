package dev.parley.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written beside a picture goes, the picture stays. */
class CleanPictureTest {
  private static final Map<String, byte[]> FILES =
      Map.of(
          "image/jpeg", Samples.jpeg(40, 20, 1),
          "image/png", Samples.png(40, 20),
          "image/webp", Samples.webp(),
          "image/gif", Samples.gif());

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/jpeg", "image/png", "image/webp", "image/gif"})
  void nothing_that_was_written_beside_or_behind_the_picture_stays(String type) throws IOException {
    assertThat(text(FILES.get(type))).contains(Samples.SECRET);
    byte[] clean = CleanPicture.of(type, FILES.get(type));
    assertThat(text(clean)).doesNotContain(Samples.SECRET).doesNotContain("<html>");
    assertThat(CleanPicture.of(type, clean)).as("cleaned again").isEqualTo(clean);
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/jpeg", "image/png", "image/gif"})
  void the_picture_is_the_same_pixel_by_pixel(String type) throws IOException {
    byte[] clean = CleanPicture.of(type, FILES.get(type));
    assertThat(pixels(clean)).isEqualTo(pixels(FILES.get(type)));
  }

  private static int[] pixels(byte[] file) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  @Test
  void a_picture_without_anything_beside_it_stays_as_it_is() throws IOException {
    byte[] png = Samples.picture("png", 9, 9);
    assertThat(CleanPicture.of("image/png", png)).isEqualTo(png);
    byte[] jpeg = Samples.picture("jpg", 9, 9);
    assertThat(CleanPicture.of("image/jpeg", jpeg)).isEqualTo(jpeg);
  }

  @Test
  void a_cleaned_webp_can_still_be_read() throws IOException {
    Thumbnail small = Thumbnail.of(CleanPicture.of("image/webp", Samples.webp()));
    assertThat(small.width()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"1, 40, 20", "3, 40, 20", "6, 20, 40", "8, 20, 40"})
  void how_a_photograph_is_to_be_turned_stays(int orientation, int width, int height)
      throws IOException {
    byte[] clean = CleanPicture.of("image/jpeg", Samples.jpeg(40, 20, orientation));
    Thumbnail small = Thumbnail.of(clean);
    assertThat(new int[] {small.width(), small.height()}).containsExactly(width, height);
    BufferedImage shown = ImageIO.read(new ByteArrayInputStream(small.image()));
    int first = shown.getRGB(2, 2);
    boolean redFirst = (first >> 16 & 0xff) > 128;
    assertThat(redFirst)
        .as("red is at the top left")
        .isEqualTo(orientation == 1 || orientation == 6);
  }

  @Test
  void a_thumbnail_is_small_and_keeps_what_shines_through() throws IOException {
    Thumbnail photo = Thumbnail.of(Samples.picture("jpg", 2000, 1000));
    BufferedImage shown = ImageIO.read(new ByteArrayInputStream(photo.image()));
    assertThat(new int[] {shown.getWidth(), shown.getHeight()}).containsExactly(480, 240);
    assertThat(Thumbnail.mediaType(photo.image())).isEqualTo("image/jpeg");
  }

  @Test
  void a_picture_of_too_many_pixels_or_of_nonsense_has_no_thumbnail() {
    byte[] png = Samples.picture("png", 9, 9);
    byte[] huge = png.clone();
    Arrays.fill(huge, 17, 19, (byte) 0x7f);
    Arrays.fill(huge, 21, 23, (byte) 0x7f);
    assertThat(Thumbnail.of(huge)).isNull();
    assertThat(Thumbnail.of(Arrays.copyOf(png, 40))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/jpeg", "image/png", "image/webp", "image/gif"})
  void a_file_that_only_begins_like_a_picture_is_refused(String type) {
    byte[] file = Arrays.copyOf(FILES.get(type), 30);
    assertThatThrownBy(() -> CleanPicture.of(type, file)).isInstanceOf(IOException.class);
  }
}
