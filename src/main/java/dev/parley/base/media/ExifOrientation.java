package dev.parley.base.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads and writes how a picture is to be turned, by EXIF's numbers 1 (upright) to 8. */
final class ExifOrientation {
  static final int UPRIGHT = 1;
  private static final int TAG = 0x0112;
  private static final String NAME = "Exif\0\0";

  private ExifOrientation() {}

  /** Whether the picture lies on its side, so that its width is shown as its height. */
  static boolean swapsSides(int orientation) {
    return orientation > 4;
  }

  /**
   * The number in this part of a file, upright when it has none; the name before it may be left
   * out.
   */
  static int read(byte[] file, int from, int length) {
    int named = startsWith(file, from, length, NAME) ? NAME.length() : 0;
    return inDirectory(ByteBuffer.wrap(file, from + named, length - named).slice());
  }

  private static int inDirectory(ByteBuffer tiff) {
    try {
      tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      int directory = tiff.getInt(4);
      int entries = tiff.getShort(directory) & 0xffff;
      for (int i = 0; i < entries; i++) {
        int entry = directory + 2 + 12 * i;
        if ((tiff.getShort(entry) & 0xffff) == TAG) {
          int value = tiff.getShort(entry + 8);
          return value >= 1 && value <= 8 ? value : UPRIGHT;
        }
      }
    } catch (IndexOutOfBoundsException e) {
      // broken, so it says nothing
    }
    return UPRIGHT;
  }

  /** EXIF that says this and nothing else, as PNG and WebP hold it. */
  static byte[] written(int orientation) {
    ByteBuffer tiff = ByteBuffer.allocate(26);
    tiff.put("MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
    tiff.putShort((short) 1).putShort((short) TAG).putShort((short) 3).putInt(1);
    tiff.putShort((short) orientation).putShort((short) 0).putInt(0);
    return tiff.array();
  }

  /** The same as JPEG holds it, with the name before it. */
  static byte[] writtenWithName(int orientation) {
    byte[] name = NAME.getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(32).put(name).put(written(orientation)).array();
  }

  static boolean isNamed(byte[] file, int from, int length) {
    return startsWith(file, from, length, NAME);
  }

  private static boolean startsWith(byte[] file, int from, int length, String text) {
    return length >= text.length()
        && new String(file, from, text.length(), StandardCharsets.ISO_8859_1).equals(text);
  }
}
