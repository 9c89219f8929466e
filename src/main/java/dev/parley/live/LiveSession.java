package dev.parley.live;

import dev.parley.journal.JournalEvent;
import dev.parley.signin.ActiveSignIn;
import jakarta.websocket.Session;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One open WebSocket of a user: where it is in their journal, and what waits for it. */
final class LiveSession {
  private static final Logger LOG = Logger.getLogger(LiveSession.class.getName());

  private final UUID id = UUID.randomUUID();
  private final Session socket;
  private final ActiveSignIn signIn;
  private final Outbound outbound;
  private final FrameRate rate;
  private final Clock clock;
  private final Queue<Awaited> awaited = new ArrayDeque<>();
  private volatile Instant lastHeard;
  private long position;
  private boolean hasSaidHello;

  /** A frame that goes out once the stream has come to a place. */
  private record Awaited(long place, String frame) {}

  LiveSession(
      Session socket,
      ActiveSignIn signIn,
      long position,
      LiveLimits limits,
      Clock clock,
      Runnable roomAgain) {
    this.socket = socket;
    this.signIn = signIn;
    this.position = position;
    this.clock = clock;
    this.lastHeard = clock.instant();
    this.rate = limits.frameRate();
    this.outbound =
        new Outbound(
            (frame, done) ->
                socket.getAsyncRemote().sendText(frame, result -> done.accept(result.isOK())),
            clock,
            limits.outbound(),
            roomAgain);
  }

  UUID id() {
    return id;
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
    awaited.clear();
    send(frame);
  }

  /** Goes on from a place because what came before is kept no longer; tells a client that knows. */
  synchronized void skipTo(long place, String reset) {
    if (hasSaidHello) {
      startAfter(place, reset);
    } else {
      position = place;
    }
  }

  /** Sends the stream once more from a place on; the frame goes out when it has come to another. */
  synchronized void repeatAfter(long place, long until, String frame) {
    position = place;
    awaited.add(new Awaited(until, frame));
    sendAwaited();
  }

  /** Whether it takes an event now; one that is too slow for that gets it later. */
  boolean hasRoom() {
    return outbound.hasRoom();
  }

  /**
   * Takes the next event. Any other is dropped: one that it has had, or one that comes too early
   * because the stream went back meanwhile.
   */
  synchronized void deliver(JournalEvent event, String frame, Optional<String> demoFrame) {
    if (event.seq() != position + 1 || !outbound.hasRoom()) {
      return;
    }
    position = event.seq();
    if (hasSaidHello) {
      send(frame);
    } else {
      demoFrame.ifPresent(this::send);
    }
    sendAwaited();
  }

  private void sendAwaited() {
    while (!awaited.isEmpty() && awaited.peek().place() <= position) {
      send(awaited.remove().frame());
    }
  }

  void send(String frame) {
    if (!outbound.add(frame)) {
      close(CloseReason.TOO_SLOW);
    }
  }

  /** The last sign of life. */
  Instant lastHeard() {
    return lastHeard;
  }

  /** Notes a sign of life. */
  void heard() {
    lastHeard = clock.instant();
  }

  /** Slows a client that sends too fast; false when it has been slowed enough. */
  boolean admitFrame() {
    heard();
    return rate.admit();
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
