package dev.parley.live;

import dev.parley.problem.Guarded;
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
public class Partings {
  private static final Logger LOG = Logger.getLogger(Partings.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Map<Wire, Instant> begun = new ConcurrentHashMap<>();

  @Inject private Clock clock;

  void begin(Wire wire) {
    begun.put(wire, clock.instant());
  }

  void over(Wire wire) {
    begun.remove(wire);
  }

  /** Ends those whose clients have had their time. */
  void endOverdue() {
    Instant limit = clock.instant().minus(PATIENCE);
    List<Wire> overdue =
        begun.entrySet().stream()
            .filter(parting -> parting.getValue().isBefore(limit))
            .map(Map.Entry::getKey)
            .toList();
    Guarded.each(overdue, Wire::cut, LOG, "A connection could not be ended; trying again");
  }
}
