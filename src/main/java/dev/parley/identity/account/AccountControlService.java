package dev.parley.identity.account;

import dev.parley.base.journal.Journal;
import dev.parley.base.problem.DomainException;
import dev.parley.identity.account.AccountEvent.AccountDisabled;
import dev.parley.identity.account.AccountEvent.AccountEnabled;
import dev.parley.identity.account.AccountEvent.PermissionsChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/**
 * What administrators decide about accounts: whether they are enabled and whether they administer.
 * One decision after the other, so that an enabled administrator always stays.
 */
@ApplicationScoped
@Transactional
public class AccountControlService {
  @PersistenceContext private EntityManager database;
  @Inject private AccountListService accounts;
  @Inject private AccountLock lock;
  @Inject private Administrators administrators;
  @Inject private Journal journal;
  @Inject private Clock clock;
  @Inject private Event<AccountDisabled> disabled;
  @Inject private Event<AccountEnabled> enabled;
  @Inject private Event<PermissionsChanged> changed;

  /**
   * Disables an account; all its sign-ins end. Again only says why anew.
   *
   * @param version the version that the decision is about, or null for whatever it is
   * @throws DomainException {@code last_admin}, {@code changed_meanwhile}, {@code unknown_user}
   */
  public AccountRecord disable(String username, String reason, Long version) {
    User user = decidedOn(username, version);
    administrators.keepOneWithout(user);
    boolean before = user.isEnabled();
    user.disable(reason);
    database.flush();
    if (before) {
      disabled.fire(new AccountDisabled(user.id()));
    }
    return settle(user);
  }

  /** Enables an account again, whose owner signs in anew; one that is enabled stays so. */
  public AccountRecord enable(String username, Long version) {
    User user = decidedOn(username, version);
    boolean before = user.isEnabled();
    user.enable();
    database.flush();
    if (!before) {
      enabled.fire(new AccountEnabled(user.id()));
    }
    return settle(user);
  }

  /** Makes somebody an administrator, or one no longer. */
  public AccountRecord changeRoles(String username, boolean admin, Long version) {
    User user = decidedOn(username, version);
    if (!admin) {
      administrators.keepOneWithout(user);
    }
    user.changeRoles(admin);
    return settle(user);
  }

  private User decidedOn(String username, Long version) {
    administrators.lock();
    UUID id = accounts.byUsername(username).id();
    User user =
        lock.take(id)
            .filter(one -> !one.isDeleted())
            .orElseThrow(() -> new DomainException(AccountCode.UNKNOWN_USER));
    if (version != null && version != user.version()) {
      throw new DomainException(AccountCode.CHANGED_MEANWHILE);
    }
    return user;
  }

  private AccountRecord settle(User user) {
    user.changed(clock.instant());
    database.flush();
    journal.append(user.id(), "user.updated", user.id());
    changed.fire(new PermissionsChanged(user.id()));
    return accounts.byUsername(user.username());
  }
}
