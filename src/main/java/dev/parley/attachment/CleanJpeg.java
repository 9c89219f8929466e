package dev.parley.attachment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Copies a JPEG without its application segments and comments, but for those that say how its
 * colours are meant, and up to its end only. How it is to be turned is said anew, alone.
 */
final class CleanJpeg {
  private static final int START_OF_SCAN = 0xda;
  private static final int END = 0xd9;
  private static final int ORIENTATION = 0x0112;
  private static final int COMMENT = 0xfe;

  private final byte[] file;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int at = 2;
  private int orientation = 1;

  CleanJpeg(byte[] file) {
    this.file = file;
  }

  byte[] file() throws IOException {
    boolean scanned = false;
    for (int marker = marker(); marker >= 0 && marker != END; marker = marker()) {
      segment(marker);
      if (marker == START_OF_SCAN) {
        scanned = true;
        scan();
      }
    }
    if (!scanned) {
      throw new IOException("A JPEG without a picture");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[] {(byte) 0xff, (byte) 0xd8});
    if (orientation > 1) {
      out.write(turned(orientation));
    }
    body.writeTo(out);
    out.write(new byte[] {(byte) 0xff, (byte) END});
    return out.toByteArray();
  }

  /** The next marker, or -1 at the end of a file that was cut off in its scan. */
  private int marker() throws IOException {
    if (at >= file.length) {
      return -1;
    }
    if (file[at] != (byte) 0xff) {
      throw new IOException("No segment where one should begin");
    }
    while (file[at] == (byte) 0xff) {
      at++;
    }
    return file[at++] & 0xff;
  }

  private void segment(int marker) throws IOException {
    int length = (file[at] & 0xff) << 8 | file[at + 1] & 0xff;
    if (length < 2 || at + length > file.length) {
      throw new IOException("A segment that does not end");
    }
    boolean application = marker >= 0xe0 && marker <= 0xef;
    if (marker == 0xe1 && text(at + 2, 6).equals("Exif\0\0")) {
      orientation = orientation(ByteBuffer.wrap(file, at + 8, length - 8).slice());
    }
    if (!application && marker != COMMENT || isColour(marker)) {
      body.write(0xff);
      body.write(marker);
      body.write(file, at, length);
    }
    at += length;
  }

  private boolean isColour(int marker) {
    return marker == 0xe0 && text(at + 2, 5).equals("JFIF\0")
        || marker == 0xe2 && text(at + 2, 12).equals("ICC_PROFILE\0")
        || marker == 0xee && text(at + 2, 5).equals("Adobe");
  }

  private String text(int from, int length) {
    int most = Math.max(0, Math.min(length, file.length - from));
    return new String(file, from, most, StandardCharsets.ISO_8859_1);
  }

  /** The coded picture up to the next marker that is more than a part of it. */
  private void scan() {
    int from = at;
    while (at + 1 < file.length && !(file[at] == (byte) 0xff && isMarker(file[at + 1] & 0xff))) {
      at++;
    }
    at = at + 1 < file.length ? at : file.length;
    body.write(file, from, at - from);
  }

  private static boolean isMarker(int code) {
    return code != 0 && code != 0xff && (code < 0xd0 || code > 0xd7);
  }

  /** How a picture with this EXIF is to be turned; 1 when it does not say. */
  static int orientation(ByteBuffer exif) {
    try {
      exif.order(exif.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      int directory = exif.getInt(4);
      int entries = exif.getShort(directory) & 0xffff;
      for (int i = 0; i < entries; i++) {
        int entry = directory + 2 + 12 * i;
        if ((exif.getShort(entry) & 0xffff) == ORIENTATION) {
          int value = exif.getShort(entry + 8);
          return value >= 1 && value <= 8 ? value : 1;
        }
      }
    } catch (IndexOutOfBoundsException e) {
      // broken, so it says nothing
    }
    return 1;
  }

  private static byte[] turned(int orientation) {
    ByteBuffer segment = ByteBuffer.allocate(36);
    segment.putShort((short) 0xffe1).putShort((short) 34);
    segment.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
    segment.putShort((short) 1).putShort((short) ORIENTATION).putShort((short) 3).putInt(1);
    segment.putShort((short) orientation).putShort((short) 0).putInt(0);
    return segment.array();
  }
}
