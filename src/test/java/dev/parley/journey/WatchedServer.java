package dev.parley.journey;

import java.util.Map;

/**
 * A server as it is watched from outside: spans go to a collector, the log is JSON, the operational
 * paths are open and on a port of their own; started at its first use for all who need one.
 */
public final class WatchedServer {
  public static final int OPS_PORT = FreePorts.next();

  public static final SpanCollector SPANS = SpanCollector.start();

  private static final ParleyServer SERVER =
      ParleyServer.start(
          "it-watched-server",
          Map.ofEntries(
              Map.entry("parley.ops.public", "true"),
              Map.entry("parley.ops.port", String.valueOf(OPS_PORT)),
              Map.entry("parley.log-format", "json"),
              Map.entry("otel.sdk.disabled", "false"),
              Map.entry("otel.service.name", "parley-under-test"),
              Map.entry("otel.traces.exporter", "otlp"),
              Map.entry("otel.exporter.otlp.endpoint", SPANS.address()),
              Map.entry("otel.exporter.otlp.protocol", "http/protobuf"),
              Map.entry("otel.metrics.exporter", "none"),
              Map.entry("otel.logs.exporter", "none"),
              Map.entry("otel.bsp.schedule.delay", "100")));

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
  }

  private WatchedServer() {}

  public static ParleyServer shared() {
    return SERVER;
  }
}
