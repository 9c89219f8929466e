package dev.parley.base.media;

import java.io.IOException;

/** Reads a part of a file bit by bit, the lowest of each byte first. */
final class LsbBits {
  private final byte[] file;
  private final long end;
  private long at;

  LsbBits(byte[] file, int from, int length) {
    this.file = file;
    this.at = 8L * from;
    this.end = 8L * ((long) from + length);
  }

  int read(int count) throws IOException {
    int value = 0;
    for (int i = 0; i < count; i++) {
      value |= next() << i;
    }
    return value;
  }

  int next() throws IOException {
    if (at >= end) {
      throw new IOException("A stream that ends too early");
    }
    int bit = file[(int) (at >> 3)] >> (at & 7) & 1;
    at++;
    return bit;
  }
}
