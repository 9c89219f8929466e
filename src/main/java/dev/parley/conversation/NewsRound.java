package dev.parley.conversation;

import dev.parley.caller.ApplicationReady;
import dev.parley.problem.Outage;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/** Goes through the large groups with news every second. */
@ApplicationScoped
public class NewsRound {
  private static final Logger LOG = Logger.getLogger(NewsRound.class.getName());

  @Inject private ManagedScheduledExecutorService scheduler;
  @Inject private NewsService news;

  void begin(@Observes ApplicationReady ready) {
    scheduler.scheduleWithFixedDelay(this::go, 1, 1, TimeUnit.SECONDS);
  }

  private void go() {
    try {
      news.waiting().forEach(news::handOn);
    } catch (RuntimeException | Error e) {
      Outage.log(LOG, "News of large groups could not be handed on; trying again", e);
    }
  }
}
