package dev.parley.identity.signin;

import dev.parley.base.problem.Outage;
import dev.parley.base.request.ApplicationReady;
import dev.parley.identity.account.AccountEvent.AccountDisabled;
import dev.parley.identity.account.AccountEvent.PasswordChanged;
import dev.parley.identity.account.AccountEvent.UserDeleting;
import dev.parley.identity.signin.SignInEvent.SignInEnded.Why;
import dev.parley.identity.token.SigningKeyService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/** What ends sign-ins without their owner signing out, and the upkeep of keys and old rows. */
@ApplicationScoped
public class SignInEndings {
  private static final Logger LOG = Logger.getLogger(SignInEndings.class.getName());

  @Inject private ManagedScheduledExecutorService scheduler;
  @Inject private SignInService signIns;
  @Inject private SigningKeyService keys;
  @Inject private SignInUpkeepService upkeep;

  void begin(@Observes ApplicationReady ready) {
    keys.renew();
    long often = keys.upkeep().toMillis();
    scheduler.scheduleWithFixedDelay(this::upkeep, often, often, TimeUnit.MILLISECONDS);
  }

  private void upkeep() {
    try {
      keys.renew();
      upkeep.sweep();
    } catch (RuntimeException | Error e) {
      Outage.log(LOG, "Old sign-ins could not be swept; trying again later", e);
    }
  }

  void passwordChanged(@Observes PasswordChanged changed) {
    signIns.endAll(changed.user(), changed.keptSignIn(), Why.PASSWORD_CHANGED);
  }

  void disabled(@Observes AccountDisabled disabled) {
    signIns.endAll(disabled.user(), null, Why.DISABLED);
  }

  void deleting(@Observes UserDeleting deleting) {
    signIns.endAll(deleting.user(), null, Why.DELETED);
    signIns.forget(deleting.user());
  }
}
