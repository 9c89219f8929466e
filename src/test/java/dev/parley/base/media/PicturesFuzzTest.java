package dev.parley.base.media;

import dev.parley.fuzz.Fuzz;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pictures that are none are refused within time and memory, whatever they look like. */
@Tag("fuzz")
class PicturesFuzzTest {
  private static final Duration LONGEST = Duration.ofSeconds(4);
  private static final int MEGABYTES = 400;

  private final SmallPictures small = new SmallPictures(Duration.ofSeconds(3));

  private void passes(byte[] file) throws IOException {
    PictureFile picture = PictureFile.read(file);
    small.thumbnail(picture);
    small.square(picture);
    PictureFile.read(picture.content());
  }

  private void feeds(String format, byte[]... samples) {
    Fuzz.like(format, samples).within(LONGEST, MEGABYTES).feeds(this::passes);
  }

  @Test
  void jpeg() {
    feeds(
        "jpeg",
        PictureSamples.jpeg(40, 20, 6),
        PictureSamples.picture("jpg", 9, 9),
        PictureBombs.progressiveJpeg(40, 40, 2),
        PictureLayouts.grayJpeg(),
        PictureLayouts.printedJpeg(2));
  }

  @Test
  void png() {
    feeds(
        "png",
        PictureSamples.png(40, 20),
        TurnedPictures.file("png", 3),
        PictureLayouts.png16(),
        PictureLayouts.interlacedPng(),
        PictureLayouts.png(BufferedImage.TYPE_BYTE_INDEXED));
  }

  @Test
  void gif() {
    feeds("gif", PictureSamples.gif(), PictureBombs.animatedGif(20, 10, 5));
  }

  @Test
  void webp() {
    feeds(
        "webp",
        PictureSamples.webp(),
        TurnedPictures.file("webp", 8),
        PictureBombs.webpOfOneColour(64),
        PictureBombs.webpOfTransforms(20, 1),
        PictureLayouts.clearWebp(),
        PictureLayouts.lossyWebp());
  }
}
