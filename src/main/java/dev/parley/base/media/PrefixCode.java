package dev.parley.base.media;

import java.io.IOException;

/** Reads symbols of a canonical prefix code, as lossless WebP writes it. */
final class PrefixCode {
  private static final int LONGEST = 15;
  private static final int[] ORDER = {
    17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
  };

  private final int[] count = new int[LONGEST + 1];
  private final int[] symbols;
  private int used;
  private int greatest;

  /** The code in which each symbol has as many bits as its place in the list says. */
  private PrefixCode(int[] lengths) throws IOException {
    symbols = new int[lengths.length];
    for (int length = 1; length <= LONGEST; length++) {
      for (int symbol = 0; symbol < lengths.length; symbol++) {
        if (lengths[symbol] == length) {
          count[length]++;
          symbols[used++] = symbol;
          greatest = Math.max(greatest, symbol);
        }
      }
    }
    if (used == 0) {
      throw new IOException("A code of no symbols");
    }
  }

  static PrefixCode read(LsbBits bits, int alphabet) throws IOException {
    return new PrefixCode(bits.read(1) == 1 ? simple(bits, alphabet) : normal(bits, alphabet));
  }

  private static int[] simple(LsbBits bits, int alphabet) throws IOException {
    int[] lengths = new int[alphabet];
    boolean two = bits.read(1) == 1;
    set(lengths, bits.read(bits.read(1) == 1 ? 8 : 1));
    if (two) {
      set(lengths, bits.read(8));
    }
    return lengths;
  }

  private static void set(int[] lengths, int symbol) throws IOException {
    if (symbol >= lengths.length) {
      throw new IOException("A symbol that is none");
    }
    lengths[symbol] = 1;
  }

  private static int[] normal(LsbBits bits, int alphabet) throws IOException {
    int[] own = new int[ORDER.length];
    int written = 4 + bits.read(4);
    for (int i = 0; i < written; i++) {
      own[ORDER[i]] = bits.read(3);
    }
    PrefixCode code = new PrefixCode(own);
    int left = bits.read(1) == 0 ? alphabet : 2 + bits.read(2 + 2 * bits.read(3));
    int[] lengths = new int[alphabet];
    int before = 8;
    for (int at = 0; at < alphabet && left-- > 0; ) {
      int symbol = code.symbol(bits);
      if (symbol < 16) {
        lengths[at++] = symbol;
        before = symbol == 0 ? before : symbol;
      } else {
        int times = times(bits, symbol);
        if (times > alphabet - at) {
          throw new IOException("More symbols than there are");
        }
        java.util.Arrays.fill(lengths, at, at + times, symbol == 16 ? before : 0);
        at += times;
      }
    }
    return lengths;
  }

  private static int times(LsbBits bits, int symbol) throws IOException {
    return switch (symbol) {
      case 16 -> 3 + bits.read(2);
      case 17 -> 3 + bits.read(3);
      default -> 11 + bits.read(7);
    };
  }

  int greatest() {
    return greatest;
  }

  /** The next symbol; a code of only one takes no bits. */
  int symbol(LsbBits bits) throws IOException {
    if (used == 1) {
      return symbols[0];
    }
    int code = 0;
    int first = 0;
    int index = 0;
    for (int length = 1; length <= LONGEST; length++) {
      code |= bits.next();
      if (code - count[length] < first) {
        return symbols[index + code - first];
      }
      index += count[length];
      first = first + count[length] << 1;
      code <<= 1;
    }
    throw new IOException("Bits that are no symbol");
  }
}
