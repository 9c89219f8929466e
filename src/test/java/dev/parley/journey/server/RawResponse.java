package dev.parley.journey.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * An answer to bytes that were written to the server as they are, for requests that no client
 * library would send.
 */
record RawResponse(String head, String body) {
  private static final int PATIENCE_MILLIS = 30_000;

  /** Sends a request line and headers (without the blank line) and reads the answer to its end. */
  static RawResponse request(int port, String requestLine, String... headers) {
    StringBuilder text = new StringBuilder(requestLine).append("\r\n");
    for (String header : headers) {
      text.append(header).append("\r\n");
    }
    return bytes(port, text.append("\r\n").toString());
  }

  /** A well-formed request of a method for a path. */
  static RawResponse call(int port, String method, String path) {
    return request(port, method + " " + path + " HTTP/1.1", "Host: localhost", "Connection: close");
  }

  static RawResponse bytes(int port, String text) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      OutputStream out = socket.getOutputStream();
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      int end = answer.indexOf("\r\n\r\n");
      return new RawResponse(answer.substring(0, end), answer.substring(end + 4));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The answer's head as soon as it is there, for requests that never end. */
  static RawResponse headOfAnswer(int port, String text) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        int next = socket.getInputStream().read();
        if (next < 0) {
          break;
        }
        head.append((char) next);
      }
      return new RawResponse(head.toString(), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int status() {
    return Integer.parseInt(head.split(" ")[1]);
  }

  /** The value of a header. */
  Optional<String> header(String name) {
    String wanted = name.toLowerCase(Locale.ROOT) + ":";
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(wanted))
        .map(line -> line.substring(wanted.length()).trim())
        .findFirst();
  }
}
