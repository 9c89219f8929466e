package dev.parley.attachment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Copies a GIF without comments, texts and the blocks of programs other than the looping. */
final class CleanGif {
  private static final int HEADER = 13;
  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2c;
  private static final int END = 0x3b;
  private static final int TIMING = 0xf9;
  private static final int PROGRAM = 0xff;
  private static final Set<String> LOOPING = Set.of("NETSCAPE2.0", "ANIMEXTS1.0");

  private final byte[] file;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int at;

  CleanGif(byte[] file) {
    this.file = file;
  }

  byte[] file() throws IOException {
    at = HEADER + colours(file[10]);
    copyFrom(0);
    for (int block = file[at] & 0xff; block != END; block = file[at] & 0xff) {
      int from = at;
      if (block == IMAGE) {
        at += 10 + colours(file[at + 9]) + 1;
        skipBlocks();
        copyFrom(from);
      } else if (block == EXTENSION) {
        int label = file[at + 1] & 0xff;
        at += 2;
        boolean kept = label == TIMING || label == PROGRAM && LOOPING.contains(program());
        skipBlocks();
        if (kept) {
          copyFrom(from);
        }
      } else {
        throw new IOException("No block where one should begin");
      }
    }
    out.write(END);
    return out.toByteArray();
  }

  private String program() {
    return new String(file, at + 1, 11, StandardCharsets.ISO_8859_1);
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
