package dev.parley.base.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;

/** Pictures of 64 × 48 pixels with another colour in each corner, and EXIF that turns them. */
public final class TurnedPictures {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;

  /** The same corners, as a browser writes them without loss. */
  private static final String WEBP =
      "UklGRj4AAABXRUJQVlA4TDIAAAAvP8ALAB8gEEjeHzqN+RcQFPwf3fxHZA+AMNtokpOc5CncM6L/UVWlqvr3tm0bAMDdAA==";

  private TurnedPictures() {}

  /** Red, green, blue and white, clockwise from the top left as stored. */
  private static BufferedImage image() {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    Color[] colors = {Color.RED, Color.GREEN, Color.WHITE, Color.BLUE};
    for (int i = 0; i < 4; i++) {
      canvas.setColor(colors[i]);
      canvas.fillRect(i % 2 * WIDTH / 2, i / 2 * HEIGHT / 2, WIDTH / 2, HEIGHT / 2);
    }
    canvas.dispose();
    return image;
  }

  /** A file of one of the formats jpg, png and webp. */
  public static byte[] file(String format, int orientation) {
    byte[] exif = joined(ExifOrientation.written(orientation), bytes(PictureSamples.SECRET));
    return switch (format) {
      case "jpg" -> jpeg(exif);
      case "png" -> png(exif);
      default -> webp(exif);
    };
  }

  private static byte[] jpeg(byte[] exif) {
    byte[] plain = PictureSamples.written("jpg", image());
    byte[] named = joined(bytes("Exif\0\0"), exif);
    byte[] head = {(byte) 0xff, (byte) 0xe1, 0, (byte) (named.length + 2)};
    return joined(Arrays.copyOf(plain, 2), head, named, rest(plain, 2));
  }

  private static byte[] png(byte[] exif) {
    byte[] plain = PictureSamples.written("png", image());
    CRC32 sum = new CRC32();
    sum.update(joined(bytes("eXIf"), exif));
    byte[] length = ByteBuffer.allocate(4).putInt(exif.length).array();
    byte[] check = ByteBuffer.allocate(4).putInt((int) sum.getValue()).array();
    return joined(Arrays.copyOf(plain, 33), length, bytes("eXIf"), exif, check, rest(plain, 33));
  }

  private static byte[] webp(byte[] exif) {
    byte[] plain = Base64.getDecoder().decode(WEBP);
    byte[] extended = {
      'V', 'P', '8', 'X', 10, 0, 0, 0, 8, 0, 0, 0, WIDTH - 1, 0, 0, HEIGHT - 1, 0, 0
    };
    byte[] length = {(byte) exif.length, 0, 0, 0};
    byte[] body =
        joined(extended, rest(plain, 12), bytes("EXIF"), length, exif, new byte[exif.length % 2]);
    ByteBuffer head = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    head.put(bytes("RIFF")).putInt(body.length + 4).put(bytes("WEBP"));
    return joined(head.array(), body);
  }

  /** The colours of the corners by their letters, clockwise from the top left. */
  public static String corners(BufferedImage image) {
    int right = image.getWidth() - 5;
    int low = image.getHeight() - 5;
    return letter(image.getRGB(4, 4))
        + letter(image.getRGB(right, 4))
        + letter(image.getRGB(right, low))
        + letter(image.getRGB(4, low));
  }

  private static String letter(int rgb) {
    Color color = new Color(rgb);
    boolean red = color.getRed() > 128;
    boolean green = color.getGreen() > 128;
    boolean blue = color.getBlue() > 128;
    return red && green && blue ? "W" : red ? "R" : green ? "G" : blue ? "B" : "?";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] rest(byte[] file, int from) {
    return Arrays.copyOfRange(file, from, file.length);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
