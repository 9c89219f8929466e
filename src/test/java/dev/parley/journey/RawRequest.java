package dev.parley.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;

/** Writes the bytes of requests and frames that nobody's HTTP client would send. */
public final class RawRequest {
  private static final int FINAL_TEXT = 0x81;
  private static final int MASKED = 0x80;
  private static final int LONGEST_FRAME = 125;

  private final String line;
  private final StringBuilder headers = new StringBuilder("Host: localhost\r\n");

  private RawRequest(String line) {
    this.line = line;
  }

  /** A call of the API. */
  public static RawRequest call(String method, String path) {
    return new RawRequest(method + " /chat/api/" + path + " HTTP/1.1\r\n")
        .with("Connection", "close");
  }

  /** The opening of a live session. */
  public static RawRequest upgrade() {
    return new RawRequest("GET /ws/chat/ HTTP/1.1\r\n")
        .with("Connection", "Upgrade")
        .with("Upgrade", "websocket")
        .with("Sec-WebSocket-Key", "A".repeat(22) + "==")
        .with("Sec-WebSocket-Version", "13");
  }

  public RawRequest with(String header, String value) {
    headers.append(header).append(": ").append(value).append("\r\n");
    return this;
  }

  /** From this address, as a trusted proxy says. */
  public RawRequest from(String address) {
    return with("X-Forwarded-For", address);
  }

  public RawRequest by(Person person) {
    return with("Authorization", "Bearer " + person.accessToken());
  }

  /** With this body. */
  public byte[] bytes(String type, String body) {
    return with("Content-Length", String.valueOf(body.length())).begun(type, body);
  }

  /** With only the beginning of the body that the headers speak of. */
  public byte[] begun(String type, String body) {
    return (line + headers + "Content-Type: " + type + "\r\n\r\n" + body).getBytes(ISO_8859_1);
  }

  /** Without a body. */
  public byte[] bytes() {
    return (line + headers + "\r\n").getBytes(ISO_8859_1);
  }

  /** A short text frame of a client. */
  public static byte[] frame(String text) {
    if (text.length() > LONGEST_FRAME) {
      throw new IllegalArgumentException("longer than " + LONGEST_FRAME + ": " + text);
    }
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(FINAL_TEXT);
    frame.write(MASKED | text.length());
    frame.writeBytes(new byte[4]);
    frame.writeBytes(text.getBytes(ISO_8859_1));
    return frame.toByteArray();
  }
}
