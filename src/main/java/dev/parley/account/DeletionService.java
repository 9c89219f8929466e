package dev.parley.account;

import dev.parley.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/**
 * Deletes accounts: what is only theirs goes, and their row stays as "Deleted user" so that other
 * people's history stays whole. The old username is free from then on.
 */
@ApplicationScoped
@Transactional
public class DeletionService {
  private static final int NAME_DIGITS = 12;

  /** Whoever takes away an administrator holds this lock, so that one always stays. */
  static final String LOCK_OF_ADMINISTRATORS = "select pg_advisory_xact_lock(7202)";

  @PersistenceContext private EntityManager database;
  @Inject private Clock clock;
  @Inject private Event<UserDeleting> deleting;

  /**
   * Deletes an account; one that is deleted already stays so.
   *
   * @throws DomainException {@code last_admin}
   */
  public void delete(UUID id) {
    if (isAdministrator(id)) {
      keepOneOther(id);
    }
    User user = database.find(User.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (user == null || user.isDeleted()) {
      return;
    }
    deleting.fire(new UserDeleting(id));
    remove("user_avatar", id);
    remove("one_time_token", id);
    user.forget("deleted-" + digits(), clock.instant());
  }

  private boolean isAdministrator(UUID id) {
    return count("select count(*) from users where roles = 'user admin' and id = ?", id) > 0;
  }

  private void keepOneOther(UUID id) {
    database.createNativeQuery(LOCK_OF_ADMINISTRATORS).getSingleResult();
    if (count("select count(*) from users where enabled and roles = 'user admin' and id <> ?", id)
        == 0) {
      throw new DomainException(AccountCode.LAST_ADMIN);
    }
  }

  private long count(String query, UUID id) {
    return ((Number) database.createNativeQuery(query).setParameter(1, id).getSingleResult())
        .longValue();
  }

  private void remove(String table, UUID id) {
    database
        .createNativeQuery("delete from " + table + " where user_id = ?")
        .setParameter(1, id)
        .executeUpdate();
  }

  private static String digits() {
    String random = UUID.randomUUID().toString();
    return random.substring(random.length() - NAME_DIGITS);
  }
}
