package dev.parley.base.media;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * Gives a decoder its file bit by bit, and nothing more once its thread has used up its time of the
 * processor: whatever a decoder does, in Java or in native code, it does for the bytes that it asks
 * for. The file is followed by zeros, since some decoders look ahead.
 */
final class PictureInput extends ImageInputStreamImpl {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** A few bytes can be a whole scan of a JPEG. */
  private static final int AT_ONCE = 64;

  private static final int AHEAD = 64;

  private final byte[] file;
  private final long deadline;
  private int unchecked;

  /** Made by the thread that decodes. */
  PictureInput(byte[] file, Duration longest) {
    this.file = file;
    this.deadline =
        longest.isZero() ? Long.MAX_VALUE : THREADS.getCurrentThreadCpuTime() + longest.toNanos();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    bitOffset = 0;
    int read = (int) Math.min(Math.min(length, AT_ONCE), file.length + AHEAD - streamPos);
    if (read <= 0) {
      return length == 0 ? 0 : -1;
    }
    check(read);
    int there = (int) Math.max(0, Math.min(read, file.length - streamPos));
    if (there > 0) {
      System.arraycopy(file, (int) streamPos, target, offset, there);
    }
    java.util.Arrays.fill(target, offset + there, offset + read, (byte) 0);
    streamPos += read;
    return read;
  }

  private void check(int read) throws IOException {
    unchecked += read;
    if (unchecked >= AT_ONCE) {
      unchecked = 0;
      if (THREADS.getCurrentThreadCpuTime() > deadline) {
        throw new IOException("Decoding this picture takes too long");
      }
    }
  }
}
