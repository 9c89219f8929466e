package dev.parley.reach.live;

import dev.parley.base.journal.JournalReader;
import dev.parley.base.problem.Outage;
import dev.parley.identity.token.ActiveSignIn;
import jakarta.inject.Inject;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The WebSocket's door: one object for each socket, which hands everything on. */
@ServerEndpoint("/ws/chat")
public class LiveEndpoint {
  private static final Logger LOG = Logger.getLogger(LiveEndpoint.class.getName());

  @Inject private LiveSessions sessions;
  @Inject private LiveLimits limits;
  @Inject private LiveActions actions;
  @Inject private JournalReader journal;
  @Inject private JournalPusher pusher;
  @Inject private Clock clock;
  private LiveSession live;

  @OnOpen
  public void open(Session socket, EndpointConfig config) {
    // Sessions that fall silent are found by our own heartbeat; the container's timer would cost
    // every frame.
    socket.setMaxIdleTimeout(0);
    LivePrincipal principal = (LivePrincipal) socket.getUserPrincipal();
    try {
      begin(socket, principal);
    } catch (RuntimeException e) {
      Outage.log(LOG, "A live session could not begin, its client is to come back", e);
      sendBack(socket, principal.connection());
    }
  }

  private void begin(Session socket, LivePrincipal principal) {
    ActiveSignIn signIn = principal.signIn();
    long head = journal.head(signIn.user()).head();
    live =
        new LiveSession(
            socket,
            principal,
            head,
            limits,
            sessions.counts(),
            clock,
            () -> pusher.start(signIn.user()));
    principal.connection().carries(live);
    if (sessions.add(live)) {
      pusher.start(signIn.user());
    } else {
      // Several upgrades at once found the last free place.
      live.close(CloseReason.TOO_FAST);
    }
  }

  /** The container leaves a socket open whose session has not begun, and nobody would sweep it. */
  private static void sendBack(Session socket, GuardedConnection connection) {
    try {
      socket.close(
          new jakarta.websocket.CloseReason(CloseReason.RESTART::code, CloseReason.RESTART.word()));
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.FINE, "The connection was gone already", e);
    }
    connection.close();
  }

  @OnMessage(maxMessageSize = LiveSession.LARGEST_MESSAGE)
  public void frame(String text) {
    if (live.admitMessage()) {
      actions.carryOut(live, text);
    } else {
      live.close(CloseReason.TOO_FAST);
    }
  }

  @OnMessage(maxMessageSize = LiveSession.LARGEST_MESSAGE)
  public void binary(byte[] bytes) {
    live.close(CloseReason.NO_BINARY);
  }

  @OnMessage
  public void pong(PongMessage pong) {
    live.heard();
  }

  @OnClose
  public void close() {
    if (live != null) {
      live.heard();
      sessions.remove(live);
    }
  }

  @OnError
  public void error(Throwable thrown) {
    LOG.log(Level.FINE, "A live session failed", thrown);
  }
}
