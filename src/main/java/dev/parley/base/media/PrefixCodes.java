package dev.parley.base.media;

import java.io.IOException;

/** Reads a group of the five prefix codes that pixels of a lossless WebP are written in. */
final class PrefixCodes {
  private static final int LITERALS = 256;
  private static final int LENGTHS = 24;
  private static final int DISTANCES = 40;

  private final LsbBits bits;
  private final PrefixCode green;
  private final PrefixCode red;
  private final PrefixCode blue;
  private final PrefixCode alpha;
  private final PrefixCode distance;

  PrefixCodes(LsbBits bits, int cacheSize) throws IOException {
    this.bits = bits;
    this.green = PrefixCode.read(bits, LITERALS + LENGTHS + cacheSize);
    this.red = PrefixCode.read(bits, LITERALS);
    this.blue = PrefixCode.read(bits, LITERALS);
    this.alpha = PrefixCode.read(bits, LITERALS);
    this.distance = PrefixCode.read(bits, DISTANCES);
  }

  /** Reads past what is written next, and returns how many pixels that is. */
  int skip() throws IOException {
    int symbol = green.symbol(bits);
    if (symbol < LITERALS) {
      red.symbol(bits);
      blue.symbol(bits);
      alpha.symbol(bits);
      return 1;
    }
    if (symbol >= LITERALS + LENGTHS) {
      return 1;
    }
    int length = number(symbol - LITERALS);
    number(distance.symbol(bits));
    return length;
  }

  private int number(int prefix) throws IOException {
    if (prefix < 4) {
      return prefix + 1;
    }
    int extra = prefix - 2 >> 1;
    return (2 + (prefix & 1) << extra) + bits.read(extra) + 1;
  }

  /** The greatest number that red and green can write together. */
  int greatestNumber() {
    int high = red.greatest();
    return high << 8 | (high > 0 ? 0xff : Math.min(green.greatest(), 0xff));
  }
}
