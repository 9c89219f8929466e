package dev.parley.chat.attachment;

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

/** Takes away attachments that nobody needs: never sent, or of deleted messages. */
@ApplicationScoped
public class AttachmentSweep {
  private static final Logger LOG = Logger.getLogger(AttachmentSweep.class.getName());
  private static final int SECONDS = 5;

  @Inject private ManagedScheduledExecutorService scheduler;
  @Inject private AttachmentService attachments;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "parley.limits.attachment-unused")
  private Duration unused;

  void begin(@Observes ApplicationReady ready) {
    scheduler.scheduleWithFixedDelay(this::sweep, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  private void sweep() {
    try {
      while (attachments.sweep(clock.instant().minus(unused)) > 0) {
        // there may be more
      }
    } catch (RuntimeException | Error e) {
      Outage.log(LOG, "Attachments could not be swept away; trying again later", e);
    }
  }
}
