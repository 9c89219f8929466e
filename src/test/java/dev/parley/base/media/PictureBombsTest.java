package dev.parley.base.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Rectangle;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small files that cost much to decode are told by their structure, and not decoded. */
class PictureBombsTest {
  private static final Duration SOON = Duration.ofSeconds(2);

  private static void isTooCostly(byte[] file) {
    costsLittle(
        () -> {
          SmallPictures small = new SmallPictures(Duration.ZERO);
          PictureFile picture = PictureFile.read(file);
          assertThatThrownBy(() -> small.square(picture)).isInstanceOf(IOException.class);
          assertThatThrownBy(() -> small.thumbnail(picture)).isInstanceOf(IOException.class);
        });
  }

  private static void costsLittle(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    try {
      work.call();
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
    long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    assertThat(Duration.ofNanos(spent)).isLessThan(SOON);
  }

  @ParameterizedTest
  @CsvSource({"4000, 2210", "2048, 300"})
  void a_progressive_jpeg_of_many_empty_scans_is_not_decoded(int side, int scans) {
    byte[] bomb = PictureBombs.progressiveJpeg(side, side, scans);
    assertThat(bomb).hasSizeLessThan(500_000);
    isTooCostly(bomb);
  }

  @Test
  void an_ordinary_progressive_jpeg_is_decoded() throws IOException {
    PictureFile photo = PictureFile.read(PictureBombs.progressiveJpeg(4000, 3000, 0));
    assertThat(new SmallPictures(Duration.ZERO).thumbnail(photo).width()).isEqualTo(4000);
  }

  @Test
  void decoding_ends_within_native_code_when_its_time_is_over() throws IOException {
    PictureFile bomb = PictureFile.read(PictureBombs.progressiveJpeg(1500, 1500, 2000));
    PictureDecoder decoder = new PictureDecoder(Duration.ofMillis(200));
    Rectangle all = new Rectangle(1500, 1500);
    costsLittle(
        () ->
            assertThatThrownBy(() -> decoder.decodeUnchecked(bomb, all, 4))
                .hasMessage("Decoding this picture takes too long"));
  }

  @ParameterizedTest
  @ValueSource(ints = {6_000, 60_000, Integer.MAX_VALUE})
  void a_picture_of_too_many_pixels_is_not_unpacked(int side) {
    byte[] png = PictureSamples.picture("png", 1, 1);
    ByteBuffer.wrap(png).putInt(16, side).putInt(20, side);
    CRC32 sum = new CRC32();
    sum.update(png, 12, 17);
    ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
    isTooCostly(png);
  }

  @Test
  void an_animation_of_many_large_frames_is_not_decoded() {
    isTooCostly(PictureBombs.animatedGif(4000, 4000, 60));
  }

  @Test
  void a_gif_whose_frames_are_small_on_a_huge_screen_is_not_decoded() {
    byte[] gif = PictureBombs.animatedGif(4, 4, 1);
    ByteBuffer.wrap(gif).order(ByteOrder.LITTLE_ENDIAN).putInt(6, -1);
    isTooCostly(gif);
  }

  @Test
  void a_lossless_webp_that_repeats_a_transform_is_no_picture() {
    costsLittle(
        () ->
            assertThatThrownBy(() -> PictureFile.read(PictureBombs.webpOfTransforms(4000, 9_000)))
                .isInstanceOf(IOException.class));
  }

  @Test
  void a_lossless_webp_of_endless_groups_of_codes_is_no_picture() {
    costsLittle(
        () ->
            assertThatThrownBy(() -> PictureFile.read(PictureBombs.webpOfCodeGroups(512)))
                .isInstanceOf(IOException.class));
  }
}
