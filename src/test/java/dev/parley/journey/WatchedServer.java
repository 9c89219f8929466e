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
          Map.of(
              "parley.ops.public", "true",
              "parley.ops.port", String.valueOf(OPS_PORT),
              "parley.log-format", "json",
              "otel.sdk.disabled", "false",
              "otel.service.name", "parley-under-test",
              "otel.traces.exporter", "otlp",
              "otel.exporter.otlp.endpoint", SPANS.address(),
              "otel.exporter.otlp.protocol", "http/protobuf",
              "otel.metrics.exporter", "none",
              "otel.logs.exporter", "none",
              "otel.bsp.schedule.delay", "100"));

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
  }

  private WatchedServer() {}

  public static ParleyServer shared() {
    return SERVER;
  }
}
