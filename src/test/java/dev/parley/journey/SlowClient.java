package dev.parley.journey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that says a piece of a request, and takes as much of the answer as it is told to. */
public final class SlowClient implements AutoCloseable {
  private static final int SMALL_WINDOW = 4096;
  private static final int PATIENCE_MILLIS = 15_000;

  private final Socket socket = new Socket();

  private SlowClient(ParleyServer server) throws IOException {
    socket.setReceiveBufferSize(SMALL_WINDOW);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(new InetSocketAddress("127.0.0.1", server.port()));
  }

  /** Connects and sends these bytes, each character one. */
  public static SlowClient says(ParleyServer server, String text) {
    try {
      SlowClient client = new SlowClient(server);
      return client.says(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends more. */
  public SlowClient says(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a line of the answer; empty when the server has closed. */
  public String hearsLine() {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int read = read(); read >= 0 && read != '\n'; read = read()) {
      line.write(read);
    }
    return line.toString(StandardCharsets.ISO_8859_1).strip();
  }

  /** Reads on until the server closes, and returns how many bytes came. */
  public long hearsTheRest() {
    long count = 0;
    while (read() >= 0) {
      count++;
    }
    return count;
  }

  private int read() {
    try {
      return socket.getInputStream().read();
    } catch (java.net.SocketException e) {
      return -1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
