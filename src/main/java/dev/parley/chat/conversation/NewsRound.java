package dev.parley.chat.conversation;

import dev.parley.base.problem.Outage;
import dev.parley.base.request.ApplicationReady;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/**
 * Goes through the large groups with news every second; one whose news cannot be handed on waits a
 * while and holds up no other.
 */
@ApplicationScoped
public class NewsRound {
  private static final Logger LOG = Logger.getLogger(NewsRound.class.getName());

  private static final Duration REST = Duration.ofSeconds(10);

  private final Map<UUID, Instant> postponed = new ConcurrentHashMap<>();

  @Inject private ManagedScheduledExecutorService scheduler;
  @Inject private NewsService news;
  @Inject private Clock clock;

  void begin(@Observes ApplicationReady ready) {
    scheduler.scheduleWithFixedDelay(this::go, 1, 1, TimeUnit.SECONDS);
  }

  private void go() {
    try {
      Instant now = clock.instant();
      postponed.values().removeIf(until -> !until.isAfter(now));
      news.waiting(Set.copyOf(postponed.keySet())).forEach(this::handOn);
    } catch (RuntimeException | Error e) {
      Outage.log(LOG, "News of large groups could not be handed on; trying again", e);
    }
  }

  private void handOn(UUID conversation) {
    try {
      news.handOn(conversation);
    } catch (RuntimeException | Error e) {
      if (Outage.isGone(e)) {
        throw e;
      }
      postponed.put(conversation, clock.instant().plus(REST));
      Outage.log(LOG, "News of " + conversation + " could not be handed on; trying again later", e);
    }
  }
}
