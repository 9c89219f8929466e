package dev.parley.attachment;

import dev.parley.account.Picture;
import dev.parley.account.Turns;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;

/**
 * A small picture of our own making, the way up it is meant, and the size of the large one as it is
 * shown.
 *
 * @param image a PNG when something shines through, else a JPEG
 */
record Thumbnail(byte[] image, int width, int height) {
  private static final int LONGEST_SIDE = 480;
  private static final long MOST_PIXELS = 25_000_000;

  /** One large picture at a time is what the memory is for. */
  private static final Turns TURNS = new Turns(1, 16);

  /** The thumbnail of a picture; null when it has too many pixels or cannot be read. */
  static Thumbnail of(byte[] picture) {
    return TURNS.take(
        () -> {
          try {
            return make(picture);
          } catch (IOException | RuntimeException e) {
            return null;
          }
        });
  }

  private static Thumbnail make(byte[] file) throws IOException {
    try (Picture picture = Picture.open(file)) {
      if (picture.pixels() > MOST_PIXELS) {
        return null;
      }
      int side = Math.max(picture.width(), picture.height());
      int orientation = orientation(file);
      BufferedImage small = turned(picture.read(side / (2 * LONGEST_SIDE)), orientation);
      boolean lying = orientation > 4;
      return new Thumbnail(
          encoded(small),
          lying ? picture.height() : picture.width(),
          lying ? picture.width() : picture.height());
    }
  }

  /** A cleaned JPEG says in its first segment how it is to be turned, or nowhere. */
  private static int orientation(byte[] file) {
    boolean says = file.length > 36 && file[0] == (byte) 0xff && file[3] == (byte) 0xe1;
    return says ? CleanJpeg.orientation(ByteBuffer.wrap(file, 12, 26).slice()) : 1;
  }

  private static BufferedImage turned(BufferedImage picture, int orientation) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(width, height));
    boolean lying = orientation > 4;
    int type =
        picture.getColorModel().hasAlpha()
            ? BufferedImage.TYPE_INT_ARGB
            : BufferedImage.TYPE_INT_RGB;
    BufferedImage small =
        new BufferedImage(
            Math.max(1, (int) Math.round(scale * (lying ? height : width))),
            Math.max(1, (int) Math.round(scale * (lying ? width : height))),
            type);
    AffineTransform turn = AffineTransform.getScaleInstance(scale, scale);
    turn.concatenate(turn(orientation, width, height));
    Graphics2D canvas = small.createGraphics();
    canvas.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    canvas.drawImage(picture, turn, null);
    canvas.dispose();
    return small;
  }

  /** From the stored picture to the one that is shown, by EXIF's eight ways. */
  private static AffineTransform turn(int orientation, int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }

  private static byte[] encoded(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, image.getColorModel().hasAlpha() ? "png" : "jpeg", out);
    return out.toByteArray();
  }

  /** What a stored thumbnail is. */
  static String mediaType(byte[] image) {
    return FileType.of(image, "");
  }
}
