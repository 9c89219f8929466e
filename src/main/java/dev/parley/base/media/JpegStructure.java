package dev.parley.base.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads the segments of a JPEG: counts what its scans cost, and copies it without application
 * segments and comments, but for those that say how its colours are meant. How it is to be turned
 * is said anew, alone.
 */
final class JpegStructure {
  private static final int START_OF_SCAN = 0xda;
  private static final int END = 0xd9;
  private static final int COMMENT = 0xfe;
  private static final int EXIF = 0xe1;

  private final byte[] file;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int at = 2;
  private int orientation = ExifOrientation.UPRIGHT;
  private JpegFrame frame;
  private long blocks;

  JpegStructure(byte[] file) {
    this.file = file;
  }

  PictureFile read() throws IOException {
    for (int marker = marker(); marker >= 0 && marker != END; marker = marker()) {
      segment(marker);
      if (marker == START_OF_SCAN) {
        scan();
      }
    }
    if (blocks == 0) {
      throw new IOException("A JPEG without a picture");
    }
    return new PictureFile(
        PictureFormat.JPEG, content(), frame.width(), frame.height(), orientation, 64 * blocks);
  }

  private byte[] content() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd8});
    if (orientation != ExifOrientation.UPRIGHT) {
      byte[] exif = ExifOrientation.writtenWithName(orientation);
      out.writeBytes(new byte[] {(byte) 0xff, (byte) EXIF, 0, (byte) (exif.length + 2)});
      out.writeBytes(exif);
    }
    out.writeBytes(body.toByteArray());
    out.writeBytes(new byte[] {(byte) 0xff, (byte) END});
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
    learn(marker, at + 2, length - 2);
    boolean application = marker >= 0xe0 && marker <= 0xef;
    if (!application && marker != COMMENT || isColour(marker)) {
      body.write(0xff);
      body.write(marker);
      body.write(file, at, length);
    }
    at += length;
  }

  private void learn(int marker, int from, int length) throws IOException {
    if (marker == EXIF && ExifOrientation.isNamed(file, from, length)) {
      orientation = ExifOrientation.read(file, from, length);
    } else if (JpegFrame.isBegunBy(marker)) {
      if (frame != null) {
        throw new IOException("A JPEG of two pictures");
      }
      frame = JpegFrame.read(file, from);
    } else if (marker == START_OF_SCAN) {
      if (frame == null) {
        throw new IOException("A scan of no picture");
      }
      blocks += frame.blocksOfScan(file, from);
    }
  }

  private boolean isColour(int marker) {
    return marker == 0xe0 && begins("JFIF\0")
        || marker == 0xe2 && begins("ICC_PROFILE\0")
        || marker == 0xee && begins("Adobe");
  }

  private boolean begins(String name) {
    int most = Math.min(name.length(), file.length - at - 2);
    return new String(file, at + 2, most, StandardCharsets.ISO_8859_1).equals(name);
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
}
