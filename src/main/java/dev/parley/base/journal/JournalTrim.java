package dev.parley.base.journal;

import dev.parley.base.problem.Outage;
import dev.parley.base.request.ApplicationReady;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Forgets events that are older than the configured retention. */
@ApplicationScoped
public class JournalTrim {
  private static final Logger LOG = Logger.getLogger(JournalTrim.class.getName());

  @Inject private ManagedScheduledExecutorService scheduler;
  @Inject private JournalRepository rows;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "parley.journal.retention")
  private Duration retention;

  void begin(@Observes ApplicationReady ready) {
    scheduler.scheduleWithFixedDelay(this::trim, 5, 60, TimeUnit.MINUTES);
  }

  private void trim() {
    try {
      rows.trim(clock.instant().minus(retention));
    } catch (RuntimeException | Error e) {
      Outage.log(LOG, "The journal could not be trimmed; trying again later", e);
    }
  }
}
