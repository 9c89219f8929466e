package dev.parley.administration.monitoring;

import dev.parley.base.payara.DatabasePool;
import java.time.Instant;

/**
 * One node as it is now; rates are those of the last ten seconds.
 *
 * @param node its name: the machine's and the process's
 * @param queue what waits for live sessions
 * @param requestsPerSecond calls of the API
 * @param connectionsPerSecond connections that came about
 * @param deliveryMs from the commit of an event until it was written to the socket
 * @param throttledPerMinute refusals because it was too much
 * @param database null when the server does not tell
 */
public record NodeFigures(
    String node,
    Instant startedAt,
    String version,
    int liveSessions,
    int helloSessions,
    Queue queue,
    double messagesPerSecond,
    double requestsPerSecond,
    double connectionsPerSecond,
    Delivery deliveryMs,
    long signInsPerMinute,
    long throttledPerMinute,
    DatabasePool.PoolUsage database,
    Jvm jvm,
    JournalLag journalLag) {

  /** Frames and bytes that wait for all live sessions, and frames for the one with the most. */
  public record Queue(long frames, long bytes, int fullest) {}

  /**
   * Milliseconds within which half and 99 of 100 events were delivered, and how many there were.
   */
  public record Delivery(double p50, double p99, long count) {}

  /** The Java machine: bytes of heap, the process's share of the processors from 0 to 1. */
  public record Jvm(
      long heapUsed,
      long heapMax,
      int threads,
      double cpuLoad,
      long gcMsPerMinute,
      long uptimeSeconds) {}

  /** How far the live session is behind that is furthest behind its user's journal. */
  public record JournalLag(long slowestEvents, long slowestSeconds) {}
}
