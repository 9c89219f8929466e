package dev.parley.account;

import dev.parley.problem.DomainException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Turns an uploaded picture into a square one of our own making, so that nothing of the file itself
 * is served.
 */
final class Avatars {
  private static final int SIDE = 256;
  private static final long MOST_PIXELS = 40_000_000;

  private Avatars() {}

  /**
   * The middle of the picture as a PNG of 256 × 256 pixels.
   *
   * @throws DomainException {@code not_an_image}
   */
  static byte[] square(byte[] file) {
    try {
      BufferedImage picture = read(file);
      int side = Math.min(picture.getWidth(), picture.getHeight());
      int left = (picture.getWidth() - side) / 2;
      int top = (picture.getHeight() - side) / 2;
      BufferedImage square = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
      Graphics2D canvas = square.createGraphics();
      canvas.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      canvas.drawImage(picture, 0, 0, SIDE, SIDE, left, top, left + side, top + side, null);
      canvas.dispose();
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(square, "png", png);
      return png.toByteArray();
    } catch (IOException | RuntimeException e) {
      throw new DomainException(AccountCode.NOT_AN_IMAGE);
    }
  }

  private static BufferedImage read(byte[] file) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("no reader");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        String format = reader.getFormatName().toLowerCase(java.util.Locale.ROOT);
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MOST_PIXELS || !format.matches("png|jpeg|jpg|gif|webp")) {
          throw new IOException("not accepted");
        }
        return reader.read(0);
      } finally {
        reader.dispose();
      }
    }
  }
}
