package dev.parley.account;

import dev.parley.problem.DomainException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/**
 * Turns an uploaded picture of somebody, or of a group, into a square one of our own making, so
 * that nothing of the file itself is served; what it is shows in its first bytes, whatever it is
 * called.
 */
public final class Avatars {
  private static final int SIDE = 256;
  private static final long MOST_PIXELS = 16_000_000;

  /** One large picture at a time is what the memory is for. */
  private static final Turns TURNS = new Turns(1, 8);

  private Avatars() {}

  /**
   * The middle of the picture as a PNG of 256 × 256 pixels.
   *
   * @throws DomainException {@code not_an_image}, {@code busy}
   */
  public static byte[] square(byte[] file) {
    return TURNS.take(
        () -> {
          try {
            return png(middle(read(file)));
          } catch (DomainException e) {
            throw e;
          } catch (IOException | RuntimeException e) {
            throw new DomainException(AccountCode.NOT_AN_IMAGE);
          }
        });
  }

  private static BufferedImage middle(BufferedImage picture) {
    int side = Math.min(picture.getWidth(), picture.getHeight());
    int left = (picture.getWidth() - side) / 2;
    int top = (picture.getHeight() - side) / 2;
    BufferedImage square = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
    Graphics2D canvas = square.createGraphics();
    canvas.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    canvas.drawImage(picture, 0, 0, SIDE, SIDE, left, top, left + side, top + side, null);
    canvas.dispose();
    return square;
  }

  private static byte[] png(BufferedImage square) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(square, "png", png);
    return png.toByteArray();
  }

  private static BufferedImage read(byte[] file) throws IOException {
    try (Picture picture = Picture.open(file)) {
      if (picture.pixels() > MOST_PIXELS) {
        throw new DomainException(AccountCode.NOT_AN_IMAGE, "This picture has too many pixels.");
      }
      return picture.read(Math.min(picture.width(), picture.height()) / (2 * SIDE));
    }
  }
}
