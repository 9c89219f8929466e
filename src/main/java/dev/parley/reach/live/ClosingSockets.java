package dev.parley.reach.live;

import dev.parley.base.problem.GuardedLoop;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/** The connections whose clients were sent a close frame and have not answered it. */
@ApplicationScoped
public class ClosingSockets {
  private static final Logger LOG = Logger.getLogger(ClosingSockets.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Map<GuardedConnection, Instant> begun = new ConcurrentHashMap<>();

  @Inject private Clock clock;

  void begin(GuardedConnection connection) {
    begun.put(connection, clock.instant());
  }

  void over(GuardedConnection connection) {
    begun.remove(connection);
  }

  /** Ends those whose clients have had their time. */
  void endOverdue() {
    Instant limit = clock.instant().minus(PATIENCE);
    List<GuardedConnection> overdue =
        begun.entrySet().stream()
            .filter(entry -> entry.getValue().isBefore(limit))
            .map(Map.Entry::getKey)
            .toList();
    GuardedLoop.each(
        overdue, GuardedConnection::cut, LOG, "A connection could not be ended; trying again");
  }
}
