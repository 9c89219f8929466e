package dev.parley.journey;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A WebSocket client that can misbehave: it sends what it is told to, reads only when it is told
 * to, and answers no ping.
 */
public final class RawSocket implements AutoCloseable {
  private static final int FINAL = 0x80;
  private static final int TEXT = 0x1;
  private static final int CLOSE = 0x8;
  private static final int PING = 0x9;
  private static final int PONG = 0xA;
  private static final byte[] NO_MASK = new byte[4];

  private static final int LOCAL = 1;
  private static final int REMOTE = 2;
  private static final int STATE = 3;
  private static final int QUEUES = 4;
  private static final String ESTABLISHED = "01";
  private static final String CLOSE_WAIT = "08";

  private final Socket socket = new Socket();
  private final OutputStream out;
  private final DataInputStream in;

  private RawSocket(ParleyServer server) throws IOException {
    socket.setReceiveBufferSize(4096);
    socket.setSoTimeout(30_000);
    socket.connect(new InetSocketAddress("localhost", server.port()));
    out = socket.getOutputStream();
    in = new DataInputStream(socket.getInputStream());
  }

  /** Opens a live session with a ticket. */
  public static RawSocket open(ParleyServer server, String ticket) {
    return open(server, "?ticket=" + ticket, "");
  }

  /** Opens a live session as a program does, with an access token. */
  public static RawSocket openAsProgram(ParleyServer server, String accessToken) {
    return open(server, "", "Authorization: Bearer " + accessToken + "\r\n");
  }

  private static RawSocket open(ParleyServer server, String query, String headers) {
    try {
      RawSocket raw = new RawSocket(server);
      String key = Base64.getEncoder().encodeToString(new byte[16]);
      raw.out.write(
          ("GET /ws/chat/%s HTTP/1.1\r\nHost: localhost:%d\r\nUpgrade: websocket\r\n"
                  + "Connection: Upgrade\r\nSec-WebSocket-Key: %s\r\nSec-WebSocket-Version: 13\r\n"
                  + "%s\r\n")
              .formatted(query, server.port(), key, headers)
              .getBytes(StandardCharsets.US_ASCII));
      raw.readHandshake();
      return raw;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readHandshake() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    if (!head.toString().startsWith("HTTP/1.1 101")) {
      throw new IOException("no upgrade: " + head);
    }
  }

  /** Sends a text frame. */
  public RawSocket sends(String frame) {
    return sends(FINAL | TEXT, frame.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  /** Sends bytes in a text frame, valid UTF-8 or not. */
  public RawSocket sendsAsText(byte[] bytes) {
    return sends(FINAL | TEXT, bytes);
  }

  /** Sends a part of a text, the first or a further one; it never sends the last. */
  public RawSocket sendsPart(boolean first, byte[] bytes) {
    return sends(first ? TEXT : 0, bytes);
  }

  /** Sends a ping frame. */
  public RawSocket sendsPing() {
    return sends(FINAL | PING, new byte[0]);
  }

  /** Sends a pong frame, asked or not: a sign of life. */
  public RawSocket sendsPong() {
    return sends(FINAL | PONG, new byte[0]);
  }

  /** Begins a text of this many bytes and sends none of them. */
  public RawSocket announces(long bytes) {
    ByteBuffer head = ByteBuffer.allocate(14).put((byte) (FINAL | TEXT)).put((byte) 0xFF);
    return writes(head.putLong(bytes).array());
  }

  private RawSocket sends(int first, byte[] payload) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(first);
    if (payload.length < 126) {
      frame.write(0x80 | payload.length);
    } else {
      frame.write(0x80 | 126);
      frame.write(payload.length >> 8);
      frame.write(payload.length);
    }
    frame.writeBytes(NO_MASK);
    frame.writeBytes(payload);
    return writes(frame.toByteArray());
  }

  private RawSocket writes(byte[] bytes) {
    try {
      out.write(bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads on until the server closes; the close code, or 1006 when it sent none. */
  public int readsUntilClosed() {
    try {
      while (true) {
        int opcode = in.readUnsignedByte() & 0xF;
        byte[] payload = in.readNBytes(length());
        if (opcode == CLOSE) {
          return payload.length < 2 ? 1005 : (payload[0] & 0xFF) << 8 | payload[1] & 0xFF;
        }
      }
    } catch (IOException e) {
      return 1006;
    }
  }

  /** Reads on until a frame with this in it has come. */
  public RawSocket readsUntil(String part) {
    try {
      String frame;
      do {
        in.readUnsignedByte();
        frame = new String(in.readNBytes(length()), StandardCharsets.UTF_8);
      } while (!frame.contains(part));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the connection without a word, whatever is on its way. */
  public void cuts() {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int length() throws IOException {
    int length = in.readUnsignedByte() & 0x7F;
    if (length == 126) {
      return in.readUnsignedShort();
    }
    return length == 127 ? (int) in.readLong() : length;
  }

  /** Whether the server's end holds something that this end does not take. */
  public boolean isStuck() {
    return serversEnd().anyMatch(row -> !row[QUEUES].startsWith("00000000:"));
  }

  /** Whether the server's end is open. */
  public boolean isHeldByTheServer() {
    return serversEnd().anyMatch(row -> Set.of(ESTABLISHED, CLOSE_WAIT).contains(row[STATE]));
  }

  /** Its rows in the system's table of connections. */
  private Stream<String[]> serversEnd() {
    String local = ":%04X".formatted(socket.getPort());
    String remote = ":%04X".formatted(socket.getLocalPort());
    return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
        .map(Path::of)
        .filter(Files::exists)
        .flatMap(RawSocket::lines)
        .map(line -> line.strip().split("\\s+"))
        .filter(row -> row[LOCAL].endsWith(local) && row[REMOTE].endsWith(remote));
  }

  private static Stream<String> lines(Path table) {
    try {
      return Files.readAllLines(table).stream();
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
