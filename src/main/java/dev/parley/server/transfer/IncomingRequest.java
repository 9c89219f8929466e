package dev.parley.server.transfer;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.memory.MemoryManager;

/** A request on its way in: its line and headers first, then its body. */
final class IncomingRequest implements Transfers.Transfer {
  private static final Logger LOG = Logger.getLogger(IncomingRequest.class.getName());

  private final Connection<?> connection;
  private final Consumer<IncomingRequest> tooSlow;
  private HttpRequestPacket head;
  private String address;
  private SpooledBytes body;
  private long most;
  private volatile long moved;
  private boolean over;

  IncomingRequest(Connection<?> connection, Consumer<IncomingRequest> tooSlow) {
    this.connection = connection;
    this.tooSlow = tooSlow;
  }

  Connection<?> connection() {
    return connection;
  }

  /** Counts bytes of the line and the headers. */
  void receive(int bytes) {
    moved = moved + bytes;
  }

  /** Whether this is the request that has this head, as far as is known. */
  synchronized boolean isOf(HttpRequestPacket request) {
    return head == request;
  }

  /** Whether line and headers are not known yet. */
  synchronized boolean isHeadless() {
    return head == null;
  }

  synchronized void setHead(HttpRequestPacket request) {
    head = request;
  }

  /** Has the body kept from now on, up to this many bytes. */
  synchronized void gather(String from, long bytes) {
    address = from;
    most = bytes;
    body = new SpooledBytes();
    moved = 0;
  }

  synchronized boolean isGathered() {
    return body != null;
  }

  synchronized boolean isOver() {
    return over;
  }

  /** Keeps a piece of the body; whether it is too large now. */
  synchronized boolean add(Buffer piece) throws IOException {
    byte[] bytes = new byte[piece.remaining()];
    piece.get(bytes);
    piece.tryDispose();
    body.write(bytes);
    moved = body.size();
    return body.size() > most;
  }

  /** What has been kept, as the server's own message; it is kept no longer. */
  synchronized HttpContent release(boolean last) throws IOException {
    Buffer all = Buffers.wrap(MemoryManager.DEFAULT_MEMORY_MANAGER, body.map());
    body = null;
    return HttpContent.builder(head).content(all).last(last).build();
  }

  /** Nothing more is expected of it; whether that is new. */
  synchronized boolean finish() {
    boolean first = !over;
    over = true;
    if (body != null) {
      try {
        body.close();
      } catch (IOException e) {
        LOG.log(Level.FINE, "A temporary file stays behind", e);
      }
      body = null;
    }
    return first;
  }

  @Override
  public synchronized String address() {
    return address;
  }

  @Override
  public long moved() {
    return moved;
  }

  @Override
  public void cut() {
    if (finish()) {
      tooSlow.accept(this);
    }
  }
}
