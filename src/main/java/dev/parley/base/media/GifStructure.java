package dev.parley.base.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Reads the blocks of a GIF: counts what its frames cost, and copies it without comments, texts and
 * the blocks of programs other than the looping.
 */
final class GifStructure {
  private static final int HEADER = 13;
  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2c;
  private static final int END = 0x3b;
  private static final int TIMING = 0xf9;
  private static final int TIMING_LENGTH = 8;
  private static final int PROGRAM = 0xff;
  private static final int LOOPING_LENGTH = 19;
  private static final Set<String> LOOPING = Set.of("NETSCAPE2.0", "ANIMEXTS1.0");

  private final byte[] file;
  private final ByteBuffer in;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int at;
  private int width;
  private int height;
  private long work;

  GifStructure(byte[] file) {
    this.file = file;
    this.in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
  }

  PictureFile read() throws IOException {
    at = HEADER + colours(file[10]);
    copyFrom(0);
    for (int block = file[at] & 0xff; block != END; block = file[at] & 0xff) {
      if (block == IMAGE) {
        image();
      } else if (block == EXTENSION) {
        extension();
      } else {
        throw new IOException("No block where one should begin");
      }
    }
    out.write(END);
    return new PictureFile(
        PictureFormat.GIF, out.toByteArray(), width, height, ExifOrientation.UPRIGHT, work);
  }

  /** Each frame is drawn on the whole screen. */
  private void image() {
    int from = at;
    long screen = (long) number(6) * number(8);
    if (work == 0) {
      width = number(at + 5);
      height = number(at + 7);
    }
    work += Math.max(screen, (long) number(at + 5) * number(at + 7));
    at += 10 + colours(file[at + 9]) + 1;
    skipBlocks();
    copyFrom(from);
  }

  private void extension() {
    int from = at;
    int label = file[at + 1] & 0xff;
    boolean looping = label == PROGRAM && LOOPING.contains(program());
    at += 2;
    skipBlocks();
    int length = at - from;
    if (label == TIMING && length == TIMING_LENGTH || looping && length == LOOPING_LENGTH) {
      copyFrom(from);
    }
  }

  private int number(int from) {
    return in.getShort(from) & 0xffff;
  }

  private String program() {
    return new String(file, at + 3, 11, StandardCharsets.ISO_8859_1);
  }

  /** The length of the colour table that these flags speak of. */
  private static int colours(byte flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
  }

  private void skipBlocks() {
    while (file[at] != 0) {
      at += 1 + (file[at] & 0xff);
    }
    at++;
  }

  private void copyFrom(int from) {
    out.write(file, from, at - from);
  }
}
