package dev.parley.chat.attachment;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** Reads what is kept in parts, fetching each when the one before it has been read. */
final class PartStream extends InputStream {
  private final IntFunction<Optional<byte[]>> parts;
  private byte[] part = new byte[0];
  private int next;
  private int place;

  PartStream(IntFunction<Optional<byte[]>> parts) {
    this.parts = parts;
  }

  @Override
  public int read() {
    return hasMore() ? part[next++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (!hasMore()) {
      return -1;
    }
    int read = Math.min(length, part.length - next);
    System.arraycopy(part, next, bytes, offset, read);
    next += read;
    return read;
  }

  private boolean hasMore() {
    while (part != null && next == part.length) {
      part = parts.apply(place++).orElse(null);
      next = 0;
    }
    return part != null;
  }
}
