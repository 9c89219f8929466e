package dev.parley.consent.connection;

import dev.parley.base.problem.GuardedLoop;
import dev.parley.base.problem.Outage;
import dev.parley.base.request.ApplicationReady;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/**
 * Ends pending requests whose time has come, quiet ones as well; each in a transaction of its own.
 */
@ApplicationScoped
public class RequestExpiry {
  private static final Logger LOG = Logger.getLogger(RequestExpiry.class.getName());
  private static final int BATCH = 200;
  private static final int SECONDS = 10;

  @Inject private ManagedScheduledExecutorService scheduler;
  @Inject private ConnectionLookupService lookup;
  @Inject private ConnectionService connections;
  @Inject private Clock clock;

  void begin(@Observes ApplicationReady ready) {
    scheduler.scheduleWithFixedDelay(this::expire, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  private void expire() {
    try {
      GuardedLoop.each(
          lookup.due(clock.instant(), BATCH),
          connections::expire,
          LOG,
          "A request could not be expired; trying again");
    } catch (RuntimeException | Error e) {
      Outage.log(LOG, "Requests that are due could not be read; trying again", e);
    }
  }
}
