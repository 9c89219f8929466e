package dev.parley.reach.webpush;

import dev.parley.base.problem.Outage;
import dev.parley.base.request.ApplicationReady;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/**
 * Knows without asking whether anybody could be pushed to, so that a message costs nothing more
 * while nobody could; what other nodes know is looked up now and then.
 */
@ApplicationScoped
public class Subscribers {
  private static final Logger LOG = Logger.getLogger(Subscribers.class.getName());
  private static final int PAUSE_SECONDS = 5;

  @Inject private PushSettings settings;
  @Inject private PushTargets addressees;
  @Inject private ManagedScheduledExecutorService scheduler;

  private volatile boolean are;
  private long news;

  void begin(@Observes ApplicationReady ready) {
    if (settings.areOn()) {
      scheduler.scheduleWithFixedDelay(this::look, 0, PAUSE_SECONDS, TimeUnit.SECONDS);
    }
  }

  boolean areThere() {
    return are;
  }

  synchronized void subscribed(
      @Observes(during = TransactionPhase.AFTER_SUCCESS) PushSubscribed subscribed) {
    news++;
    are = true;
  }

  private void look() {
    try {
      long before = news();
      found(addressees.areThere(), before);
    } catch (RuntimeException | Error e) {
      Outage.log(LOG, "Whether browsers have subscribed could not be seen; trying again", e);
    }
  }

  private synchronized long news() {
    return news;
  }

  /** What was found does not count any more when somebody has subscribed meanwhile. */
  private synchronized void found(boolean any, long before) {
    if (news == before) {
      are = any;
    }
  }
}
