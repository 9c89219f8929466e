package dev.parley.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * Talks over one connection without ever waiting, so that one thread has hundreds of them and the
 * processor is left to the server.
 */
public final class PolledSocket {
  private static final int SMALL_WINDOW = 4096;
  private static final int ORDINARY_WINDOW = 64 * 1024;
  private static final int STATUS_AT = "HTTP/1.1 ".length();

  private final ByteBuffer into = ByteBuffer.allocate(16 * 1024);
  private final StringBuilder begun = new StringBuilder();
  private final SocketChannel channel;
  private ByteBuffer unsent = ByteBuffer.allocate(0);
  private boolean over;

  private PolledSocket(SocketChannel channel) {
    this.channel = channel;
  }

  public static PolledSocket to(ParleyServer server) {
    return connected(server, ORDINARY_WINDOW);
  }

  /** The same with room for little of what the server sends. */
  public static PolledSocket ofSlowReader(ParleyServer server) {
    return connected(server, SMALL_WINDOW);
  }

  private static PolledSocket connected(ParleyServer server, int window) {
    try {
      SocketChannel channel = SocketChannel.open();
      channel.setOption(StandardSocketOptions.SO_RCVBUF, window);
      channel.connect(new InetSocketAddress("127.0.0.1", server.port()));
      channel.configureBlocking(false);
      return new PolledSocket(channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says this unless something is still to be sent. */
  public void says(byte[] bytes) {
    if (!unsent.hasRemaining()) {
      unsent = ByteBuffer.wrap(bytes);
    }
    sendsOn();
  }

  private void sendsOn() {
    try {
      channel.write(unsent);
    } catch (IOException cut) {
      over = true;
    }
  }

  /** Takes what has come, as much as this. */
  public void takes(int most) {
    sendsOn();
    try {
      int left = most;
      int taken;
      do {
        taken = channel.read(into.clear().limit(Math.min(into.capacity(), left)));
        left -= taken;
        remember(taken);
      } while (taken > 0 && left > 0);
      over |= taken < 0;
    } catch (IOException cut) {
      over = true;
    }
  }

  private void remember(int taken) {
    if (taken > 0 && begun.length() < STATUS_AT + 3) {
      begun.append(new String(into.array(), 0, taken, StandardCharsets.ISO_8859_1));
    }
  }

  /** Whether the server has ended it, or the network. */
  public boolean isOver() {
    return over;
  }

  /** The status of the first answer, 0 before it has come. */
  public int status() {
    return begun.length() < STATUS_AT + 3
        ? 0
        : Integer.parseInt(begun.substring(STATUS_AT, STATUS_AT + 3));
  }

  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
