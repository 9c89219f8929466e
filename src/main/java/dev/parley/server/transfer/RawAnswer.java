package dev.parley.server.transfer;

import dev.parley.base.problem.DomainException;
import dev.parley.base.problem.Problems;
import jakarta.json.bind.Jsonb;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.memory.MemoryManager;

/** Answers on a connection what never becomes a call, and ends the connection. */
final class RawAnswer {
  private static final String LINE = "\r\n";
  private static final String A_WHILE = "5";

  private RawAnswer() {}

  /** Sends a refusal and closes. */
  static void refuse(Connection<?> connection, Jsonb jsonb, DomainException refusal) {
    write(
        connection,
        text(jsonb, refusal),
        new EmptyCompletionHandler<>() {
          @Override
          public void completed(WriteResult<Buffer, Object> result) {
            connection.closeSilently();
          }

          @Override
          public void failed(Throwable thrown) {
            connection.closeSilently();
          }
        });
  }

  /** Tells a client that waits for it to send the body. */
  static void sendMore(Connection<?> connection) {
    byte[] text = ("HTTP/1.1 100 Continue" + LINE + LINE).getBytes(StandardCharsets.US_ASCII);
    write(connection, text, new EmptyCompletionHandler<>());
  }

  @SuppressWarnings("unchecked")
  private static void write(
      Connection<?> connection,
      byte[] bytes,
      EmptyCompletionHandler<WriteResult<Buffer, Object>> then) {
    Buffer buffer = Buffers.wrap(MemoryManager.DEFAULT_MEMORY_MANAGER, bytes);
    ((Connection<Object>) connection).write(buffer, then);
  }

  private static byte[] text(Jsonb jsonb, DomainException refusal) {
    int status = Problems.status(refusal.code().kind());
    byte[] body = Problems.json(jsonb, Problems.document(refusal)).getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers = new LinkedHashMap<>(ContainerRefusals.HEADERS);
    headers.put("Content-Type", Problems.MEDIA_TYPE + ";charset=UTF-8");
    headers.put("Content-Length", String.valueOf(body.length));
    headers.put("Cache-Control", "no-store");
    headers.put("Connection", "close");
    if (refusal.retryAfter() != null) {
      headers.put("Retry-After", A_WHILE);
    }
    String lines =
        headers.entrySet().stream()
            .map(header -> header.getKey() + ": " + header.getValue() + LINE)
            .collect(Collectors.joining());
    String phrase = HttpStatus.getHttpStatus(status).getReasonPhrase();
    return ("HTTP/1.1 "
            + status
            + " "
            + phrase
            + LINE
            + lines
            + LINE
            + new String(body, StandardCharsets.UTF_8))
        .getBytes(StandardCharsets.UTF_8);
  }
}
