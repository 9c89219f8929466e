package dev.parley.identity.account;

import dev.parley.base.journal.Journal;
import dev.parley.base.problem.DomainException;
import dev.parley.identity.account.AccountEvent.PermissionsChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Makes users administrators and takes it back; one administrator always stays. */
@ApplicationScoped
@Transactional
public class RoleService {
  @Inject private AccountLock lock;
  @Inject private Journal journal;
  @Inject private Clock clock;
  @Inject private Administrators administrators;
  @Inject private Event<PermissionsChanged> permissionsChanged;

  /** Makes somebody an administrator; false when they were one. */
  public boolean giveAdministration(UUID id) {
    User user = locked(id);
    if (user.isAdmin()) {
      return false;
    }
    user.becomeAdmin();
    changed(user);
    return true;
  }

  /** Takes it from somebody; false when they were none, or are the last one and stay it. */
  public boolean takeAdministration(UUID id) {
    administrators.lock();
    User user = locked(id);
    if (!user.isAdmin() || !administrators.stayWithout(id)) {
      return false;
    }
    user.becomeOrdinary();
    changed(user);
    return true;
  }

  private User locked(UUID id) {
    return lock.take(id).orElseThrow(() -> new DomainException(AccountCode.UNKNOWN_USER));
  }

  private void changed(User user) {
    user.changed(clock.instant());
    journal.append(user.id(), "user.updated", user.id());
    permissionsChanged.fire(new PermissionsChanged(user.id()));
  }
}
