package dev.parley.base.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import javax.imageio.ImageIO;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/** Makes small pictures of large ones, the way up they are meant. */
final class SmallPictures {
  private static final int AVATAR_SIDE = 256;
  private static final int THUMBNAIL_SIDE = 480;

  private final PictureDecoder decoder;

  SmallPictures(Duration longest) {
    this.decoder = new PictureDecoder(longest);
  }

  /** The middle of a picture as a PNG of 256 × 256 pixels. */
  byte[] square(PictureFile picture) throws IOException {
    BufferedImage middle = decoder.middle(picture, AVATAR_SIDE);
    return encoded(
        sized(middle, AVATAR_SIDE, AVATAR_SIDE, BufferedImage.TYPE_INT_ARGB, picture.orientation()),
        "png");
  }

  /** The whole picture, 480 pixels long at the most. */
  Thumbnail thumbnail(PictureFile picture) throws IOException {
    BufferedImage whole = decoder.whole(picture, THUMBNAIL_SIDE);
    double scale =
        Math.min(1, (double) THUMBNAIL_SIDE / Math.max(whole.getWidth(), whole.getHeight()));
    boolean clear = whole.getColorModel().hasAlpha();
    BufferedImage small =
        sized(
            whole,
            (int) Math.max(1, Math.round(scale * whole.getWidth())),
            (int) Math.max(1, Math.round(scale * whole.getHeight())),
            clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB,
            picture.orientation());
    return new Thumbnail(
        encoded(small, clear ? "png" : "jpeg"), picture.shownWidth(), picture.shownHeight());
  }

  private static BufferedImage sized(
      BufferedImage image, int width, int height, int type, int orientation) throws IOException {
    return Thumbnails.of(image)
        .scale((double) width / image.getWidth(), (double) height / image.getHeight())
        .imageType(type)
        .addFilter(ExifFilterUtils.getFilterForOrientation(Orientation.typeOf(orientation)))
        .asBufferedImage();
  }

  private static byte[] encoded(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageIO.write(image, format, file);
    return file.toByteArray();
  }
}
