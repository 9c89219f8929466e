package dev.parley.live;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * What waits for one live session: bounded in frames and bytes, with one frame on its way at a
 * time.
 */
final class Outbound {
  /** Hands a frame to the transport and calls back, with whether it went out. */
  interface Wire {
    void send(String frame, Consumer<Boolean> done);
  }

  private final Wire wire;
  private final Clock clock;
  private final int mostFrames;
  private final long mostBytes;
  private final Queue<String> waiting = new ArrayDeque<>();
  private long bytes;
  private Instant onItsWaySince;
  private boolean closed;

  Outbound(Wire wire, Clock clock, int mostFrames, long mostBytes) {
    this.wire = wire;
    this.clock = clock;
    this.mostFrames = mostFrames;
    this.mostBytes = mostBytes;
  }

  /** Adds a frame; false when the session is too slow to take any more. */
  boolean add(String frame) {
    synchronized (this) {
      if (closed) {
        return true;
      }
      bytes += size(frame);
      waiting.add(frame);
      if (waiting.size() > mostFrames || bytes > mostBytes) {
        return false;
      }
    }
    sendNext();
    return true;
  }

  private void sendNext() {
    String next;
    synchronized (this) {
      if (closed || onItsWaySince != null || waiting.isEmpty()) {
        return;
      }
      onItsWaySince = clock.instant();
      next = waiting.peek();
    }
    wire.send(next, this::sent);
  }

  private void sent(boolean out) {
    synchronized (this) {
      onItsWaySince = null;
      if (closed) {
        return;
      }
      bytes -= size(waiting.remove());
      if (!out) {
        close();
        return;
      }
    }
    sendNext();
  }

  private static int size(String frame) {
    return frame.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Whether a frame has been on its way for longer than this. */
  synchronized boolean isStuck(Duration limit) {
    return onItsWaySince != null && onItsWaySince.plus(limit).isBefore(clock.instant());
  }

  /** Forgets what waits; nothing is sent any more. */
  synchronized void close() {
    closed = true;
    waiting.clear();
    bytes = 0;
  }
}
