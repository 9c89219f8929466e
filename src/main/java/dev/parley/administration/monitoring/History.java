package dev.parley.administration.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last hour of the node, a point every ten seconds, in memory. */
@ApplicationScoped
public class History {
  static final int STEP_SECONDS = 10;
  static final int MOST = 360;

  private final Deque<Point> points = new ArrayDeque<>();

  /** The node at a moment, rates and shares over the step before it. */
  public record Point(
      Instant at,
      int liveSessions,
      double messagesPerSecond,
      double requestsPerSecond,
      @JsonbProperty("delivery_p50_ms") double deliveryP50Ms,
      @JsonbProperty("delivery_p99_ms") double deliveryP99Ms,
      long queueFrames,
      long heapUsed,
      Integer databaseActive,
      long journalLagEvents) {

    static Point of(Instant at, NodeFigures node) {
      return new Point(
          at,
          node.liveSessions(),
          node.messagesPerSecond(),
          node.requestsPerSecond(),
          node.deliveryMs().p50(),
          node.deliveryMs().p99(),
          node.queue().frames(),
          node.jvm().heapUsed(),
          node.database() == null ? null : node.database().active(),
          node.journalLag().slowestEvents());
    }
  }

  /** Adds a point; the hour moves on. */
  synchronized void add(Point point) {
    points.addLast(point);
    if (points.size() > MOST) {
      points.removeFirst();
    }
  }

  /** All points, the oldest first. */
  synchronized List<Point> points() {
    return List.copyOf(points);
  }
}
