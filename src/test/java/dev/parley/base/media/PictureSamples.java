package dev.parley.base.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures with something written beside them, for tests. */
public final class PictureSamples {
  /** A word that stands in each sample beside its picture. */
  public static final String SECRET = "52.5163N,13.3777E";

  private static final String WEBP = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==";

  private PictureSamples() {}

  /** A plain picture: its left half is red, its right half blue. */
  public static byte[] picture(String format, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setColor(Color.RED);
    canvas.fillRect(0, 0, width / 2, height);
    canvas.setColor(Color.BLUE);
    canvas.fillRect(width / 2, 0, width - width / 2, height);
    canvas.dispose();
    return written(format, image);
  }

  /** A picture's file. */
  public static byte[] written(String format, BufferedImage image) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  /** A JPEG with EXIF that says how to turn it, XMP, a comment, and a word behind its end. */
  public static byte[] jpeg(int width, int height, int orientation) {
    ByteBuffer exif = ByteBuffer.allocate(26);
    exif.put("MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8).putShort((short) 1);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
    byte[] plain = picture("jpg", width, height);
    byte[] secret = SECRET.getBytes(StandardCharsets.ISO_8859_1);
    return joined(
        java.util.Arrays.copyOf(plain, 2),
        segment(0xe1, joined(bytes("Exif\0\0"), exif.array(), secret)),
        segment(0xe1, joined(bytes("http://ns.adobe.com/xap/1.0/\0"), secret)),
        segment(0xed, secret),
        segment(0xfe, secret),
        java.util.Arrays.copyOfRange(plain, 2, plain.length),
        secret);
  }

  private static byte[] segment(int marker, byte[] content) {
    int length = content.length + 2;
    byte[] head = {(byte) 0xff, (byte) marker, (byte) (length >> 8), (byte) length};
    return joined(head, content);
  }

  /** A PNG with EXIF, a text, and a word behind its end. */
  public static byte[] png(int width, int height) {
    byte[] plain = picture("png", width, height);
    return joined(
        java.util.Arrays.copyOf(plain, 33),
        chunk("eXIf", SECRET),
        chunk("tEXt", "Comment\0" + SECRET),
        java.util.Arrays.copyOfRange(plain, 33, plain.length),
        bytes("<script>" + SECRET));
  }

  private static byte[] chunk(String name, String content) {
    CRC32 sum = new CRC32();
    sum.update(bytes(name + content));
    ByteBuffer chunk = ByteBuffer.allocate(content.length() + 12).putInt(content.length());
    return chunk.put(bytes(name + content)).putInt((int) sum.getValue()).array();
  }

  /** A WebP of one pixel with EXIF and XMP. */
  public static byte[] webp() {
    byte[] plain = Base64.getDecoder().decode(WEBP);
    byte[] body =
        joined(
            new byte[] {'V', 'P', '8', 'X', 10, 0, 0, 0, 0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0},
            java.util.Arrays.copyOfRange(plain, 12, plain.length),
            riff("EXIF", SECRET),
            riff("XMP ", SECRET));
    ByteBuffer head = ByteBuffer.allocate(12).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    head.put(bytes("RIFF")).putInt(body.length + 4).put(bytes("WEBP"));
    return joined(head.array(), body, bytes(SECRET));
  }

  private static byte[] riff(String name, String content) {
    ByteBuffer chunk = ByteBuffer.allocate(8).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    chunk.put(bytes(name)).putInt(content.length());
    return joined(chunk.array(), bytes(content), new byte[content.length() % 2]);
  }

  /** A GIF with a comment, a program's block, and a page behind its end. */
  public static byte[] gif() {
    byte[] plain = picture("gif", 8, 8);
    byte[] length = {(byte) SECRET.length()};
    byte[] end = new byte[1];
    return joined(
        java.util.Arrays.copyOf(plain, plain.length - 1),
        new byte[] {0x21, (byte) 0xfe},
        length,
        bytes(SECRET),
        end,
        new byte[] {0x21, (byte) 0xff, 11},
        bytes("XMP DataXMP"),
        length,
        bytes(SECRET),
        end,
        new byte[] {0x3b},
        bytes("<html>" + SECRET));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
