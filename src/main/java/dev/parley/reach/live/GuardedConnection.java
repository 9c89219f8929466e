package dev.parley.reach.live;

import dev.parley.base.payara.ConnectionAbort;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The connection under a live session, as the WebSocket container sees it. What a client must not
 * send is stopped here before it is taken in; and the connection outlives the server's close frame
 * until the client has answered it, for one that ends with something unread takes the frame along.
 */
final class GuardedConnection implements WebConnection {
  private static final Logger LOG = Logger.getLogger(GuardedConnection.class.getName());

  private final ClosingSockets closingSockets;
  private final ReadingPause pause;
  private final FrameHeads heads = new FrameHeads(this::admit);
  private volatile LiveSession session;
  private volatile WebConnection connection;
  private volatile FrameInput input;
  private volatile boolean closing;
  private volatile boolean over;

  GuardedConnection(ClosingSockets closingSockets, ReadingPause pause) {
    this.closingSockets = closingSockets;
    this.pause = pause;
  }

  /** While it is on, nothing more is read from the client. */
  ReadingPause pause() {
    return pause;
  }

  boolean isClosing() {
    return closing;
  }

  /** Whether there is nothing under it any more that could be asked for anything. */
  boolean isOver() {
    return over;
  }

  /** This connection, now that the server gives its own away. */
  GuardedConnection over(WebConnection given) {
    connection = given;
    return this;
  }

  /** Has the session decide what may come. */
  void carries(LiveSession live) {
    session = live;
  }

  private boolean admit(boolean first, long size) {
    return closing || session == null || session.admitFrame(first, size);
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    input = new FrameInput(connection.getInputStream(), heads, pause, this);
    return input;
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    return connection.getOutputStream();
  }

  /** The close frame is on its way: what comes from now on is for nobody. */
  @Override
  public void close() {
    if (heads.saidGoodbye()) {
      end();
    } else if (!closing) {
      closing = true;
      closingSockets.begin(this);
      if (pause.isOn()) {
        input.goOn();
      }
    }
  }

  /** Ends the connection without waiting for what its client does not take. */
  void cut() {
    ConnectionAbort.of(connection);
    end();
  }

  /** Ends the connection once what is on its way has gone out. */
  void end() {
    over = true;
    closingSockets.over(this);
    try {
      connection.close();
    } catch (Exception e) {
      LOG.log(Level.FINE, "The connection was gone already", e);
    }
  }
}
