package dev.parley.base.media;

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

/** What is written beside a picture goes, the picture stays; what it is shows in its structure. */
class PictureFileTest {
  private static final Map<String, byte[]> FILES =
      Map.of(
          "image/jpeg", PictureSamples.jpeg(40, 20, 1),
          "image/png", PictureSamples.png(40, 20),
          "image/webp", PictureSamples.webp(),
          "image/gif", PictureSamples.gif());

  private static byte[] clean(byte[] file) throws IOException {
    return PictureFile.read(file).content();
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/jpeg", "image/png", "image/webp", "image/gif"})
  void nothing_that_was_written_beside_or_behind_the_picture_stays(String type) throws IOException {
    assertThat(text(FILES.get(type))).contains(PictureSamples.SECRET);
    byte[] clean = clean(FILES.get(type));
    assertThat(text(clean)).doesNotContain(PictureSamples.SECRET).doesNotContain("<html>");
    assertThat(clean(clean)).as("cleaned again").isEqualTo(clean);
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/jpeg", "image/png", "image/gif"})
  void the_picture_is_the_same_pixel_by_pixel(String type) throws IOException {
    assertThat(pixels(clean(FILES.get(type)))).isEqualTo(pixels(FILES.get(type)));
  }

  private static int[] pixels(byte[] file) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  @Test
  void a_picture_without_anything_beside_it_stays_as_it_is() throws IOException {
    for (String format : new String[] {"png", "jpg", "gif"}) {
      byte[] file = PictureSamples.picture(format, 9, 9);
      assertThat(clean(file)).as(format).isEqualTo(file);
    }
  }

  @ParameterizedTest
  @CsvSource({"image/jpeg, 40, 20", "image/png, 40, 20", "image/webp, 1, 1", "image/gif, 8, 8"})
  void its_size_and_work_are_known_before_a_pixel_is_decoded(String type, int width, int height)
      throws IOException {
    PictureFile picture = PictureFile.read(FILES.get(type));
    assertThat(picture.format().mediaType()).isEqualTo(type);
    assertThat(picture.width()).isEqualTo(width);
    assertThat(picture.height()).isEqualTo(height);
    assertThat(picture.work()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/jpeg", "image/png", "image/webp", "image/gif"})
  void a_file_that_only_begins_like_a_picture_is_refused(String type) {
    byte[] file = Arrays.copyOf(FILES.get(type), 30);
    assertThatThrownBy(() -> PictureFile.read(file)).isInstanceOf(IOException.class);
  }
}
