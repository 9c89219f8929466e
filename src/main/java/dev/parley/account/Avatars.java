package dev.parley.account;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import dev.parley.problem.DomainException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Turns an uploaded picture into a square one of our own making, so that nothing of the file itself
 * is served; what it is shows in its first bytes, whatever it is called.
 */
final class Avatars {
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
  static byte[] square(byte[] file) {
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
    ImageReader reader = readerOf(file);
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if ((long) width * height > MOST_PIXELS) {
        throw new DomainException(AccountCode.NOT_AN_IMAGE, "This picture has too many pixels.");
      }
      ImageReadParam param = reader.getDefaultReadParam();
      int step = Math.max(1, Math.min(width, height) / (2 * SIDE));
      param.setSourceSubsampling(step, step, 0, 0);
      return reader.read(0, param);
    } finally {
      reader.dispose();
    }
  }

  private static ImageReader readerOf(byte[] file) throws IOException {
    String start = new String(file, 0, Math.min(12, file.length), StandardCharsets.ISO_8859_1);
    if (start.startsWith("RIFF") && start.endsWith("WEBP")) {
      return new WebPImageReaderSpi().createReaderInstance();
    }
    String format =
        start.startsWith("\u0089PNG\r\n\u001a\n")
            ? "png"
            : start.startsWith("\u00ff\u00d8\u00ff")
                ? "jpeg"
                : start.matches("(?s)GIF8[79]a.*") ? "gif" : "none";
    var readers = ImageIO.getImageReadersByFormatName(format);
    if (!readers.hasNext()) {
      throw new IOException("no picture that is accepted");
    }
    return readers.next();
  }
}
