package dev.parley.base.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Makes small files that cost a trusting decoder much. */
public final class PictureBombs {
  private PictureBombs() {}

  /** A progressive JPEG of one colour, whose last scan is there so many times more. */
  public static byte[] progressiveJpeg(int width, int height, int scans) {
    byte[] plain = progressive(width, height);
    int last = lastScan(plain);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(plain, 0, plain.length - 2);
    for (int i = 0; i < scans; i++) {
      file.write(plain, last, plain.length - 2 - last);
    }
    file.write(plain, plain.length - 2, 2);
    return file.toByteArray();
  }

  private static byte[] progressive(int width, int height) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return file.toByteArray();
  }

  private static int lastScan(byte[] jpeg) {
    int at = jpeg.length - 2;
    while (jpeg[at] != (byte) 0xff || jpeg[at + 1] != (byte) 0xda) {
      at--;
    }
    return at;
  }

  /** A GIF of one colour with so many frames. */
  public static byte[] animatedGif(int width, int height, int frames) {
    byte[] plain =
        PictureSamples.written(
            "gif", new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED));
    int image = indexOf(plain, ",\0\0\0\0");
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(plain, 0, image);
    for (int i = 0; i < frames; i++) {
      file.write(plain, image, plain.length - 1 - image);
    }
    file.write(';');
    return file.toByteArray();
  }

  private static int indexOf(byte[] file, String text) {
    return new String(file, StandardCharsets.ISO_8859_1).indexOf(text);
  }

  /** A lossless WebP of one colour that takes the green out so many times. */
  public static byte[] webpOfTransforms(int side, int transforms) {
    LsbWriter bits = losslessHeader(side);
    for (int i = 0; i < transforms; i++) {
      bits.write(1, 1).write(2, 2);
    }
    bits.write(0, 3);
    return webp(oneColour(bits, 0, 0).bytes());
  }

  /** A lossless WebP with so many declared groups of codes as a number can say. */
  public static byte[] webpOfCodeGroups(int side) {
    LsbWriter bits = losslessHeader(side).write(0, 2).write(1, 1).write(7, 3).write(0, 1);
    oneColour(bits, 255, 255);
    for (int i = 0; i <= 0xffff; i++) {
      oneColour(bits, 0, 0);
    }
    return webp(bits.bytes());
  }

  /** A lossless WebP of one colour, as small as can be. */
  public static byte[] webpOfOneColour(int side) {
    return webp(oneColour(losslessHeader(side).write(0, 3), 0, 0).bytes());
  }

  private static LsbWriter losslessHeader(int side) {
    return new LsbWriter().write(0x2f, 8).write(side - 1, 14).write(side - 1, 14).write(0, 4);
  }

  /** Codes of one symbol each, so that no pixel takes a bit. */
  private static LsbWriter oneColour(LsbWriter bits, int green, int red) {
    for (int symbol : new int[] {green, red, 0, 255}) {
      bits.write(1, 1).write(0, 1).write(1, 1).write(symbol, 8);
    }
    return bits.write(1, 1).write(0, 1).write(0, 1).write(0, 1);
  }

  private static byte[] webp(byte[] stream) {
    int padded = stream.length + stream.length % 2;
    ByteBuffer file = ByteBuffer.allocate(20 + padded).order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(12 + padded);
    file.put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII)).putInt(stream.length);
    return file.put(stream).array();
  }

  /** Writes bit by bit, the lowest of each byte first. */
  private static final class LsbWriter {
    private byte[] bytes = new byte[1024];
    private int at;

    LsbWriter write(int value, int count) {
      for (int i = 0; i < count; i++, at++) {
        if (at >> 3 == bytes.length) {
          bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        bytes[at >> 3] |= (byte) ((value >> i & 1) << (at & 7));
      }
      return this;
    }

    byte[] bytes() {
      return Arrays.copyOf(bytes, at + 7 >> 3);
    }
  }
}
