package dev.parley.account;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * An uploaded PNG, JPEG, WebP or GIF whose size is known before its pixels are read; what it is
 * shows in its first bytes, whatever it is called.
 */
public final class Picture implements AutoCloseable {
  private final ImageReader reader;
  private final ImageInputStream in;
  private final int width;
  private final int height;

  private Picture(ImageReader reader, ImageInputStream in) throws IOException {
    this.reader = reader;
    this.in = in;
    reader.setInput(in, true, true);
    width = reader.getWidth(0);
    height = reader.getHeight(0);
  }

  /**
   * Reads a file's header.
   *
   * @throws IOException when it is none of the four; a broken one may show as any runtime exception
   */
  public static Picture open(byte[] file) throws IOException {
    return new Picture(
        readerOf(file), new MemoryCacheImageInputStream(new ByteArrayInputStream(file)));
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public long pixels() {
    return (long) width * height;
  }

  /** The first frame, only every so many pixels of it in both directions. */
  public BufferedImage read(int step) throws IOException {
    ImageReadParam param = reader.getDefaultReadParam();
    int every = Math.max(1, step);
    param.setSourceSubsampling(every, every, 0, 0);
    return reader.read(0, param);
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    in.close();
  }

  private static ImageReader readerOf(byte[] file) throws IOException {
    String start = new String(file, 0, Math.min(12, file.length), StandardCharsets.ISO_8859_1);
    if (start.startsWith("RIFF") && start.endsWith("WEBP")) {
      return new WebPImageReaderSpi().createReaderInstance();
    }
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format(start));
    if (!readers.hasNext()) {
      throw new IOException("no picture that is accepted");
    }
    return readers.next();
  }

  private static String format(String start) {
    if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
      return "png";
    }
    if (start.startsWith("\u00ff\u00d8\u00ff")) {
      return "jpeg";
    }
    return start.matches("(?s)GIF8[79]a.*") ? "gif" : "none";
  }
}
