package dev.parley.account;

import dev.parley.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Makes users administrators and takes it back; one administrator always stays. */
@ApplicationScoped
@Transactional
public class RoleService {
  @PersistenceContext private EntityManager database;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /** Makes somebody an administrator; false when they were one. */
  public boolean giveAdministration(UUID id) {
    User user = database.find(User.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (user.isAdmin()) {
      return false;
    }
    user.becomeAdmin();
    changed(user);
    return true;
  }

  /** Takes it from somebody; false when they were none, or are the last one and stay it. */
  public boolean takeAdministration(UUID id) {
    database.createNativeQuery(DeletionService.LOCK_OF_ADMINISTRATORS).getSingleResult();
    User user = database.find(User.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (!user.isAdmin() || isLast(id)) {
      return false;
    }
    user.becomeOrdinary();
    changed(user);
    return true;
  }

  private boolean isLast(UUID id) {
    return database
        .createNativeQuery(
            "select 1 from users where enabled and roles = 'user admin' and id <> ? limit 1")
        .setParameter(1, id)
        .getResultList()
        .isEmpty();
  }

  private void changed(User user) {
    user.changed(clock.instant());
    journal.append(user.id(), "user.updated", user.id());
  }
}
