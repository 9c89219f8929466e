package dev.parley.base.media;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

/**
 * Reads what stands before the pixels of a lossless WebP: its transforms, each of which passes over
 * the whole picture once more, and how many groups of prefix codes it declares. A decoder that
 * believes the file would repeat transforms without end, or fill the memory with codes.
 */
final class LosslessStream {
  private static final int MOST_CODE_GROUPS = 4096;

  private enum Transform {
    PREDICTOR,
    COLOUR,
    SUBTRACT_GREEN,
    COLOUR_INDEXING
  }

  private final LsbBits bits;

  LosslessStream(byte[] file, int from, int length) {
    this.bits = new LsbBits(file, from, length);
  }

  /**
   * How often a decoder passes over the picture.
   *
   * @throws IOException when the stream is none that a sound encoder writes
   */
  int passes(int width, int height) throws IOException {
    Set<Transform> seen = EnumSet.noneOf(Transform.class);
    int coded = width;
    while (bits.read(1) == 1) {
      Transform transform = Transform.values()[bits.read(2)];
      if (!seen.add(transform)) {
        throw new IOException("A transform that is repeated");
      }
      coded = transform(transform, coded, height);
    }
    int cache = cacheSize();
    if (bits.read(1) == 1) {
      int size = bits.read(3) + 2;
      codeGroups(parts(coded, size), parts(height, size));
    } else {
      new PrefixCodes(bits, cache);
    }
    return 1 + seen.size();
  }

  /** Reads what a transform knows, and returns how wide the coded picture is from then on. */
  private int transform(Transform transform, int width, int height) throws IOException {
    switch (transform) {
      case PREDICTOR, COLOUR -> {
        int size = bits.read(3) + 2;
        image(parts(width, size), parts(height, size));
        return width;
      }
      case COLOUR_INDEXING -> {
        int colours = bits.read(8) + 1;
        image(colours, 1);
        return parts(width, colours > 16 ? 0 : colours > 4 ? 1 : colours > 2 ? 2 : 3);
      }
      default -> {
        return width;
      }
    }
  }

  /** The picture whose pixels name the groups; its codes say which numbers can come. */
  private void codeGroups(int width, int height) throws IOException {
    if (image(width, height).greatestNumber() >= MOST_CODE_GROUPS) {
      throw new IOException("More groups of codes than a picture needs");
    }
  }

  private PrefixCodes image(int width, int height) throws IOException {
    PrefixCodes codes = new PrefixCodes(bits, cacheSize());
    for (long left = (long) width * height; left > 0; ) {
      left -= codes.skip();
    }
    return codes;
  }

  private int cacheSize() throws IOException {
    return bits.read(1) == 0 ? 0 : 1 << bits.read(4);
  }

  private static int parts(int size, int shift) {
    return (int) (((long) size + (1L << shift) - 1) >> shift);
  }
}
