package dev.parley.reach.live;

import dev.parley.base.journal.JournalEvent;
import dev.parley.identity.token.ActiveSignIn;
import jakarta.websocket.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One open WebSocket of a user: where it is in their journal, and what waits for it. */
final class LiveSession {
  /** Bytes of a client's message. */
  static final int LARGEST_MESSAGE = 65_536;

  private static final Logger LOG = Logger.getLogger(LiveSession.class.getName());

  private final UUID id = UUID.randomUUID();
  private final Session socket;
  private final ActiveSignIn signIn;
  private final GuardedConnection connection;
  private final LiveCounts counts;
  private final Outbound outbound;
  private final FrameRate messages;
  private final FrameRate otherFrames;
  private final Clock clock;
  private final JournalCursor place;
  private final Heartbeat heartbeat;
  private boolean hasSaidHello;

  LiveSession(
      Session socket,
      LivePrincipal principal,
      long position,
      LiveLimits limits,
      LiveCounts counts,
      Clock clock,
      Runnable roomAgain) {
    this.socket = socket;
    this.signIn = principal.signIn();
    this.connection = principal.connection();
    this.counts = counts;
    this.place = new JournalCursor(position);
    this.clock = clock;
    this.heartbeat = new Heartbeat(clock);
    this.messages = limits.frameRate();
    this.otherFrames = limits.frameRate();
    this.outbound =
        new Outbound(
            (frame, done) ->
                socket.getAsyncRemote().sendText(frame, result -> done.accept(result.isOK())),
            clock,
            limits.outbound(),
            counts,
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
    return place.position();
  }

  synchronized boolean hasSaidHello() {
    return hasSaidHello;
  }

  /** Begins the stream anew after a place in the journal; the frame goes out before any event. */
  synchronized void startAfter(long seq, String frame) {
    hasSaidHello = true;
    startAfter(seq);
    send(frame);
  }

  private void startAfter(long seq) {
    place.startAfter(seq).forEach(forgotten -> connection.pause().end());
  }

  /** Goes on from a place because what came before is kept no longer; tells a client that knows. */
  synchronized void skipTo(long seq, String reset) {
    if (hasSaidHello) {
      startAfter(seq, reset);
    } else {
      startAfter(seq);
    }
  }

  /**
   * Sends the stream once more from a place on; the frame goes out when it has come to another, and
   * before that the client is not read from: one such repetition is under way at a time.
   */
  synchronized void repeatAfter(long seq, long until, String frame) {
    connection.pause().begin();
    place.repeatAfter(seq, until, frame);
    sendDue();
  }

  private void sendDue() {
    for (String frame : place.due()) {
      send(frame);
      connection.pause().end();
    }
  }

  /** Whether it takes an event now; one that is too slow for that gets it later. */
  boolean hasRoom() {
    return outbound.hasRoom();
  }

  /**
   * Takes the next event. Any other is dropped: one that it has had, or one that comes too early
   * because the stream went back meanwhile.
   *
   * @param committed the {@link System#nanoTime} of its commit, 0 when that is long ago
   */
  synchronized void deliver(
      JournalEvent event, String frame, Optional<String> demoFrame, long committed) {
    if (!place.isBefore(event.seq()) || !outbound.hasRoom()) {
      return;
    }
    place.moveTo(event.seq());
    if (hasSaidHello) {
      push(frame, committed);
    } else {
      demoFrame.ifPresent(notification -> push(notification, committed));
    }
    sendDue();
  }

  /**
   * Takes the next event from the transaction that wrote it, without reading the journal.
   *
   * @param demoHears whether clients of the original demo hear of it, in words that need it read
   * @return whether the session has it now, or had it before
   */
  synchronized boolean deliverAtOnce(long seq, String frame, boolean demoHears, long committed) {
    if (!place.isBefore(seq) || !outbound.hasRoom() || (demoHears && !hasSaidHello)) {
      return seq <= place.position();
    }
    place.moveTo(seq);
    if (hasSaidHello) {
      push(frame, committed);
    }
    sendDue();
    return true;
  }

  /** Sends something live that is not kept; who has no room for it goes without. */
  void signal(String frame) {
    if (hasSaidHello() && outbound.hasRoom()) {
      send(frame);
    }
  }

  void send(String frame) {
    if (!outbound.add(frame)) {
      close(CloseReason.TOO_SLOW);
    }
  }

  private void push(String frame, long committed) {
    counts.eventPushed();
    if (!outbound.add(frame, committed)) {
      close(CloseReason.TOO_SLOW);
    }
  }

  /** How much waits for it. */
  Outbound.Depth depth() {
    return outbound.depth();
  }

  /** How far behind its user's journal it is. */
  synchronized Lag lag(long head) {
    return new Lag(
        Math.max(0, head - place.position()), place.behind(head, clock.instant()).toSeconds());
  }

  /**
   * In how many looks in a row it has stood before an event that is there. One that is too slow to
   * take any more does not stand.
   */
  synchronized int stalledLooks(long head) {
    return outbound.hasRoom() ? place.stalledLooks(head) : place.stalledLooks(0);
  }

  /** The last sign of life. */
  Instant lastHeard() {
    return heartbeat.lastHeard();
  }

  /** Notes a sign of life. */
  void heard() {
    heartbeat.heard();
  }

  /** Slows a client that sends too fast; false when it has been slowed enough. */
  boolean admitMessage() {
    heard();
    return admit(messages);
  }

  private boolean admit(FrameRate rate) {
    connection.pause().lasts(rate.admit());
    return !rate.isExceeded();
  }

  /** Slows a client by what the server had to read for it, as if it had sent more frames. */
  void charge(long frames) {
    connection.pause().lasts(messages.charge(frames));
  }

  /**
   * Closes on a frame that makes its message too big, or on too many that are no message: parts and
   * pings.
   *
   * @return whether the frame may come
   */
  boolean admitFrame(boolean first, long size) {
    if (size < 0 || size > LARGEST_MESSAGE) {
      close(CloseReason.TOO_BIG);
      return false;
    }
    if (!first && !admit(otherFrames)) {
      close(CloseReason.TOO_FAST);
      return false;
    }
    return true;
  }

  /** Whether it was asked whether it is there, and has given no sign of life for so long. */
  boolean isSilentFor(Duration limit) {
    return heartbeat.isMissingFor(limit);
  }

  boolean isStuck(Duration limit) {
    return outbound.isStuck(limit);
  }

  /** Asks the client's side of the connection whether it is there. */
  void ping() {
    heartbeat.ask();
    try {
      socket.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void close(CloseReason reason) {
    if (reason == CloseReason.TOO_FAST) {
      counts.throttled();
    }
    outbound.close();
    try {
      socket.close(new jakarta.websocket.CloseReason(() -> reason.code(), reason.word()));
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.FINE, "The connection was gone already", e);
    }
    // The close frame may never get through to a client that does not read.
    connection.close();
  }
}
