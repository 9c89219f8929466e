package dev.parley.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Takes the spans that a server sends by OTLP over HTTP, as a collector does. Their texts stand in
 * the messages as they are, so nobody has to take these apart.
 */
public final class SpanCollector {
  private final HttpServer http;
  private final List<String> received = new CopyOnWriteArrayList<>();

  private SpanCollector(HttpServer http) {
    this.http = http;
  }

  public static SpanCollector start() {
    try {
      SpanCollector collector =
          new SpanCollector(HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0));
      collector.http.createContext("/v1/traces", collector::take);
      collector.http.start();
      return collector;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(HttpExchange call) throws IOException {
    received.add(new String(call.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
    call.getResponseHeaders().set("Content-Type", "application/x-protobuf");
    call.sendResponseHeaders(200, -1);
    call.close();
  }

  public String address() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  /** Everything that came so far. */
  public String texts() {
    return String.join("\n", received);
  }
}
