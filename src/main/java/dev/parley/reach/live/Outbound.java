package dev.parley.reach.live;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What waits for one live session: bounded in frames and bytes, with one frame on its way at a
 * time.
 */
final class Outbound {
  /** Hands a frame to the transport and calls back, with whether it went out. */
  interface FrameTransport {
    void send(String frame, Consumer<Boolean> done);
  }

  /** How much may wait; 0 turns a bound off. */
  record Bounds(int frames, long bytes) {
    private static final int PACE_FRAMES = 1_000;
    private static final long PACE_BYTES = 512 * 1024;

    boolean exceededBy(int waiting, long size) {
      return frames > 0 && waiting > frames || bytes > 0 && size > bytes;
    }

    /** What can be read again later waits only up to half of the bounds. */
    boolean leaveRoomAt(int waiting, long size) {
      return waiting < Math.max(1, frames > 0 ? frames / 2 : PACE_FRAMES)
          && size < Math.max(1, bytes > 0 ? bytes / 2 : PACE_BYTES);
    }
  }

  private static final Logger LOG = Logger.getLogger(Outbound.class.getName());

  private final FrameTransport transport;
  private final Clock clock;
  private final Bounds bounds;
  private final Runnable roomAgain;
  private final LiveCounts counts;
  private final Queue<WaitingFrame> waiting = new ArrayDeque<>();
  private long bytes;
  private Instant onItsWaySince;
  private boolean sending;
  private boolean roomMissed;
  private boolean broken;
  private boolean closed;

  /**
   * A frame, its bytes, and when the event that it shows was committed, 0 when that is long ago.
   */
  private record WaitingFrame(String frame, int size, long committed) {}

  /** How much waits. */
  record Depth(int frames, long bytes) {}

  /**
   * Makes an empty queue.
   *
   * @param roomAgain told when {@link #hasRoom} was refused before and is not any more; called in a
   *     thread of the transport
   */
  Outbound(
      FrameTransport transport, Clock clock, Bounds bounds, LiveCounts counts, Runnable roomAgain) {
    this.transport = transport;
    this.clock = clock;
    this.bounds = bounds;
    this.counts = counts;
    this.roomAgain = roomAgain;
  }

  /** Adds a frame; false when the session takes no more: it is too slow, or its socket is dead. */
  boolean add(String frame) {
    return add(frame, 0);
  }

  /** The same for an event that was committed at this {@link System#nanoTime}. */
  boolean add(String frame, long committed) {
    WaitingFrame added = new WaitingFrame(frame, size(frame), committed);
    synchronized (this) {
      if (closed) {
        return true;
      }
      bytes += added.size();
      waiting.add(added);
      if (bounds.exceededBy(waiting.size(), bytes)) {
        return false;
      }
    }
    sendWaiting();
    return !isBroken();
  }

  private synchronized boolean isBroken() {
    return broken;
  }

  /** Whether this is the moment for a frame that can as well be sent later. */
  synchronized boolean hasRoom() {
    boolean room = !closed && bounds.leaveRoomAt(waiting.size(), bytes);
    roomMissed |= !room;
    return room;
  }

  // A loop and not a recursion: the transport may call back before it returns, frame after frame.
  private void sendWaiting() {
    for (String next = takeUp(); next != null; next = goOn()) {
      try {
        transport.send(next, this::sent);
      } catch (RuntimeException | Error e) {
        LOG.log(Level.FINE, "The connection is gone", e);
        breakDown();
      }
    }
  }

  private synchronized void breakDown() {
    onItsWaySince = null;
    broken = true;
    close();
  }

  private synchronized String takeUp() {
    if (sending) {
      return null;
    }
    sending = true;
    return goOn();
  }

  private synchronized String goOn() {
    if (closed || onItsWaySince != null || waiting.isEmpty()) {
      sending = false;
      return null;
    }
    onItsWaySince = clock.instant();
    return waiting.peek().frame();
  }

  private void sent(boolean out) {
    if (settle(out)) {
      roomAgain.run();
    }
    sendWaiting();
  }

  private synchronized boolean settle(boolean out) {
    onItsWaySince = null;
    if (closed) {
      return false;
    }
    WaitingFrame gone = waiting.remove();
    bytes -= gone.size();
    if (!out) {
      breakDown();
      return false;
    }
    if (gone.committed() != 0) {
      counts.delivered(gone.committed());
    }
    boolean tell = roomMissed && bounds.leaveRoomAt(waiting.size(), bytes);
    roomMissed &= !tell;
    return tell;
  }

  private static int size(String frame) {
    return frame.getBytes(StandardCharsets.UTF_8).length;
  }

  synchronized Depth depth() {
    return new Depth(waiting.size(), bytes);
  }

  /** Whether a frame has been on its way for longer than this, or could not be sent at all. */
  synchronized boolean isStuck(Duration limit) {
    return broken || onItsWaySince != null && onItsWaySince.plus(limit).isBefore(clock.instant());
  }

  /** Forgets what waits; nothing is sent any more. */
  synchronized void close() {
    closed = true;
    waiting.clear();
    bytes = 0;
  }
}
