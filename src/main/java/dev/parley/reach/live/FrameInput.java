package dev.parley.reach.live;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Reads what a client sends: frame by frame to the container, nothing while there is a pause, and
 * to nobody once the session has been closed.
 */
final class FrameInput extends ServletInputStream implements ReadListener {
  private static final Logger LOG = Logger.getLogger(FrameInput.class.getName());
  private static final byte[] NOTHING = new byte[0];

  /** The container makes room for all that is there, though it gets one frame of it. */
  private static final int AHEAD_AT_ONCE = 1024;

  private static final int DISCARDED_AT_ONCE = 8192;

  private final ServletInputStream from;
  private final FrameHeads heads;
  private final ReadingPause pause;
  private final GuardedConnection connection;
  private ReadListener container;

  /** What has been read and belongs to frames that are still to come. */
  private byte[] ahead = NOTHING;

  private int aheadAt;

  /** How often somebody wanted to read since the first of them began; one reads for all. */
  private final AtomicInteger wanted = new AtomicInteger();

  FrameInput(
      ServletInputStream from, FrameHeads heads, ReadingPause pause, GuardedConnection connection) {
    this.from = from;
    this.heads = heads;
    this.pause = pause;
    this.connection = connection;
    pause.whenOver(this::goOn);
  }

  @Override
  public void setReadListener(ReadListener listener) {
    container = listener;
    from.setReadListener(this);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) == 1 ? one[0] & 0xFF : -1;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    return isAhead() ? readAhead(bytes, offset, length) : readOn(bytes, offset, length);
  }

  private boolean isAhead() {
    return aheadAt < ahead.length;
  }

  private int readAhead(byte[] bytes, int offset, int length) {
    int count = heads.follow(ahead, aheadAt, Math.min(length, ahead.length - aheadAt));
    System.arraycopy(ahead, aheadAt, bytes, offset, count);
    aheadAt += count;
    if (!isAhead()) {
      keep(NOTHING);
    }
    return count;
  }

  private int readOn(byte[] bytes, int offset, int length) throws IOException {
    int count = from.read(bytes, offset, length);
    if (count <= 0) {
      return count;
    }
    int taken = heads.follow(bytes, offset, count);
    if (taken > 0 && taken < count) {
      keep(Arrays.copyOfRange(bytes, offset + taken, offset + count));
    }
    return taken;
  }

  private void keep(byte[] read) {
    ahead = read;
    aheadAt = 0;
  }

  @Override
  public int available() throws IOException {
    return isAhead() ? Math.min(AHEAD_AT_ONCE, ahead.length - aheadAt) : from.available();
  }

  @Override
  public boolean isReady() {
    return !connection.isClosing() && !pause.isOn() && hasMore();
  }

  private boolean hasMore() {
    return !connection.isOver() && (isAhead() || from.isReady());
  }

  @Override
  public boolean isFinished() {
    return !isAhead() && from.isFinished();
  }

  @Override
  public void onDataAvailable() throws IOException {
    if (wanted.getAndIncrement() > 0) {
      return;
    }
    try {
      int seen = 1;
      do {
        handOn();
        seen = wanted.addAndGet(-seen);
      } while (seen > 0);
    } catch (IOException | RuntimeException | Error e) {
      wanted.set(0);
      throw e;
    }
  }

  private void handOn() throws IOException {
    if (isReady()) {
      container.onDataAvailable();
    }
    if (connection.isClosing()) {
      discard();
    }
  }

  /** The same when it is not the server who says that there is something. */
  void goOn() {
    try {
      if (!connection.isOver()) {
        onDataAvailable();
      }
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.FINE, "The connection is gone", e);
      onError(e);
    }
  }

  private void discard() throws IOException {
    byte[] bytes = new byte[DISCARDED_AT_ONCE];
    while (!heads.saidGoodbye() && hasMore() && read(bytes, 0, bytes.length) >= 0) {
      // Nobody wants it.
    }
    if (heads.saidGoodbye()) {
      connection.end();
    }
  }

  @Override
  public void onAllDataRead() throws IOException {
    container.onAllDataRead();
    connection.end();
  }

  @Override
  public void onError(Throwable thrown) {
    container.onError(thrown);
    connection.end();
  }
}
