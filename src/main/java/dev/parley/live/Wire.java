package dev.parley.live;

import jakarta.servlet.ReadListener;
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
final class Wire implements WebConnection {
  private static final Logger LOG = Logger.getLogger(Wire.class.getName());

  private final Partings partings;
  private final FrameHeads heads = new FrameHeads(this::admit);
  private volatile LiveSession session;
  private volatile WebConnection connection;
  private volatile boolean closing;

  Wire(Partings partings) {
    this.partings = partings;
  }

  /** The same wire, now that the server gives its connection away. */
  Wire over(WebConnection given) {
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
    return new Input(connection.getInputStream());
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    return connection.getOutputStream();
  }

  /** Called by the container once its close frame is on its way. */
  @Override
  public void close() {
    if (heads.saidGoodbye()) {
      end();
    } else if (!closing) {
      closing = true;
      partings.begin(this);
    }
  }

  /** Ends the connection, whatever is on its way. */
  void end() {
    partings.over(this);
    try {
      connection.close();
    } catch (Exception e) {
      LOG.log(Level.FINE, "The connection was gone already", e);
    }
  }

  /** What comes from the client: to the container until it has closed, to nobody after that. */
  private final class Input extends ServletInputStream implements ReadListener {
    private static final int DISCARDED_AT_ONCE = 8192;
    private final ServletInputStream from;
    private ReadListener container;

    Input(ServletInputStream from) {
      this.from = from;
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
      int count = from.read(bytes, offset, length);
      boolean admitted = count <= 0 || heads.follow(bytes, offset, count);
      return admitted ? count : 0;
    }

    @Override
    public int available() throws IOException {
      return from.available();
    }

    @Override
    public boolean isReady() {
      return !closing && from.isReady();
    }

    @Override
    public boolean isFinished() {
      return from.isFinished();
    }

    @Override
    public void onDataAvailable() throws IOException {
      if (!closing) {
        container.onDataAvailable();
      }
      if (closing) {
        discard();
      }
    }

    private void discard() throws IOException {
      byte[] bytes = new byte[DISCARDED_AT_ONCE];
      while (!heads.saidGoodbye() && from.isReady() && read(bytes, 0, bytes.length) >= 0) {
        // Nobody wants it.
      }
      if (heads.saidGoodbye()) {
        end();
      }
    }

    @Override
    public void onAllDataRead() throws IOException {
      container.onAllDataRead();
      end();
    }

    @Override
    public void onError(Throwable thrown) {
      container.onError(thrown);
      end();
    }
  }
}
