package dev.parley.base.media;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/** Decodes the first frame of a picture, for so long and no longer. */
final class PictureDecoder {
  private final Duration longest;

  /** Takes that much time of the processor for a picture at most; zero means any. */
  PictureDecoder(Duration longest) {
    this.longest = longest;
  }

  /** The whole picture, about so long; it may be up to twice as long, or as small as it is. */
  BufferedImage whole(PictureFile picture, int side) throws IOException {
    int longer = Math.max(picture.width(), picture.height());
    return decode(picture, new Rectangle(picture.width(), picture.height()), longer / (2 * side));
  }

  /** The square in the middle of the picture, likewise. */
  BufferedImage middle(PictureFile picture, int side) throws IOException {
    int shorter = Math.min(picture.width(), picture.height());
    int left = (picture.width() - shorter) / 2;
    int top = (picture.height() - shorter) / 2;
    return decode(picture, new Rectangle(left, top, shorter, shorter), shorter / (2 * side));
  }

  private BufferedImage decode(PictureFile picture, Rectangle part, int step) throws IOException {
    DecodingBudget.check(picture);
    return decodeUnchecked(picture, part, Math.max(1, step));
  }

  /** Decodes a picture whatever it costs, until its time is over. */
  BufferedImage decodeUnchecked(PictureFile picture, Rectangle part, int step) throws IOException {
    ImageReader reader = reader(picture.format());
    try (PictureInput in = new PictureInput(picture.content(), longest)) {
      reader.setInput(in, true, true);
      ImageReadParam param = reader.getDefaultReadParam();
      param.setSourceRegion(part);
      param.setSourceSubsampling(step, step, 0, 0);
      return reader.read(0, param);
    } catch (RuntimeException e) {
      throw new IOException("A picture that cannot be decoded", e);
    } finally {
      reader.dispose();
    }
  }

  /** Readers of the JDK and of one library, whatever else a server has brought along. */
  private static ImageReader reader(PictureFormat format) throws IOException {
    return switch (format) {
      case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
      case JPEG -> jdk("jpeg");
      case PNG -> jdk("png");
      case GIF -> jdk("gif");
    };
  }

  private static ImageReader jdk(String format) throws IOException {
    Iterable<ImageReader> all = () -> ImageIO.getImageReadersByFormatName(format);
    return StreamSupport.stream(all.spliterator(), false)
        .filter(each -> each.getClass().getModule() == ImageIO.class.getModule())
        .findFirst()
        .orElseThrow(() -> new IOException("No reader of " + format));
  }
}
