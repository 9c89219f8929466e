package dev.parley.identity.sso;

import dev.parley.base.problem.Outage;
import dev.parley.base.request.ApplicationReady;
import dev.parley.identity.account.AccountEvent.UserDeleting;
import dev.parley.identity.export.ExportPart;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/** What becomes of identities and used tokens in the end: exported, forgotten. */
@ApplicationScoped
public class IdentityEnds implements ExportPart {
  private static final Logger LOG = Logger.getLogger(IdentityEnds.class.getName());
  private static final long MINUTES = 10;

  @Inject private ManagedScheduledExecutorService scheduler;
  @Inject private KnownIdentities identities;
  @Inject private IdentityService service;

  void begin(@Observes ApplicationReady ready) {
    scheduler.scheduleWithFixedDelay(this::sweep, MINUTES, MINUTES, TimeUnit.MINUTES);
  }

  private void sweep() {
    try {
      service.sweep();
    } catch (RuntimeException | Error e) {
      Outage.log(LOG, "Used tokens could not be swept; trying again later", e);
    }
  }

  void deleting(@Observes UserDeleting deleting) {
    service.forget(deleting.user());
  }

  @Override
  public String name() {
    return "identities";
  }

  @Override
  public Object of(UUID user) {
    return identities.list(user);
  }
}
