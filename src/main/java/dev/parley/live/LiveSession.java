package dev.parley.live;

import dev.parley.journal.JournalEvent;
import dev.parley.signin.ActiveSignIn;
import io.github.bucket4j.Bucket;
import jakarta.websocket.Session;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One open WebSocket of a user: where it is in their journal, and what waits for it. */
final class LiveSession {
  private static final Logger LOG = Logger.getLogger(LiveSession.class.getName());
  private static final int SLOWED_FRAMES = 120;
  private static final Duration LONGEST_SLOWING = Duration.ofSeconds(1);

  private final Session socket;
  private final ActiveSignIn signIn;
  private final Outbound outbound;
  private final Bucket rate;
  private final Clock clock;
  private volatile Instant lastHeard;
  private int slowed;
  private long position;
  private boolean hasSaidHello;

  LiveSession(Session socket, ActiveSignIn signIn, long position, LiveLimits limits, Clock clock) {
    this.socket = socket;
    this.signIn = signIn;
    this.position = position;
    this.clock = clock;
    this.lastHeard = clock.instant();
    this.rate = limits.bucket();
    this.outbound =
        new Outbound(
            (frame, done) ->
                socket.getAsyncRemote().sendText(frame, result -> done.accept(result.isOK())),
            clock,
            limits.frames(),
            limits.bytes());
  }

  UUID user() {
    return signIn.user();
  }

  UUID signIn() {
    return signIn.signIn();
  }

  synchronized long position() {
    return position;
  }

  synchronized boolean hasSaidHello() {
    return hasSaidHello;
  }

  /** Begins the stream anew after a place in the journal; the frame goes out before any event. */
  synchronized void startAfter(long place, String frame) {
    hasSaidHello = true;
    position = place;
    send(frame);
  }

  /** Takes the next event; one that it has had is dropped. */
  synchronized void deliver(JournalEvent event, String frame, Optional<String> demoFrame) {
    if (event.seq() <= position) {
      return;
    }
    position = event.seq();
    if (hasSaidHello) {
      send(frame);
    } else {
      demoFrame.ifPresent(this::send);
    }
  }

  void send(String frame) {
    if (!outbound.add(frame)) {
      close(CloseReason.TOO_SLOW);
    }
  }

  /** Notes a sign of life. */
  void heard() {
    lastHeard = clock.instant();
  }

  /** Slows a client that sends too fast; false when it has been slowed enough. */
  boolean admitFrame() {
    heard();
    if (rate == null || rate.tryConsume(1)) {
      slowed = Math.max(0, slowed - 1);
      return true;
    }
    slowed += 2;
    try {
      return slowed <= SLOWED_FRAMES && rate.asBlocking().tryConsume(1, LONGEST_SLOWING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  boolean isSilentFor(Duration limit) {
    return lastHeard.plus(limit).isBefore(clock.instant());
  }

  boolean isStuck(Duration limit) {
    return outbound.isStuck(limit);
  }

  /** Asks the client's side of the connection whether it is there. */
  void ping() throws IOException {
    socket.getAsyncRemote().sendPing(java.nio.ByteBuffer.allocate(0));
  }

  void close(CloseReason reason) {
    outbound.close();
    try {
      socket.close(new jakarta.websocket.CloseReason(() -> reason.code(), reason.word()));
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.FINE, "The connection was gone already", e);
    }
  }
}
