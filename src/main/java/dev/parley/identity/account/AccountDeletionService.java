package dev.parley.identity.account;

import dev.parley.base.problem.DomainException;
import dev.parley.identity.account.AccountEvent.UserDeleting;
import dev.parley.identity.account.AccountEvent.UserLeft;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Deletes accounts: what is only theirs goes, and their row stays as "Deleted user" so that other
 * people's history stays whole. The old username is free from then on.
 */
@ApplicationScoped
@Transactional
public class AccountDeletionService {
  private static final int NAME_DIGITS = 12;

  /** A transaction that takes away an administrator holds this lock, so that one always stays. */
  static final String LOCK_OF_ADMINISTRATORS = "select pg_advisory_xact_lock(7202)";

  @PersistenceContext private EntityManager database;
  @Inject private Clock clock;
  @Inject private AccountLock lock;
  @Inject private Administrators administrators;
  @Inject private Event<UserDeleting> deleting;
  @Inject private Event<UserLeft> left;

  /**
   * Deletes one's own account; one that is deleted already stays so.
   *
   * @throws DomainException {@code last_admin}
   */
  public void leave(UUID id) {
    delete(id).ifPresent(name -> left.fire(new UserLeft(id, name)));
  }

  /**
   * Deletes an account; one that is deleted already stays so.
   *
   * @return the name that it had, unless it was deleted already
   * @throws DomainException {@code last_admin}
   */
  public Optional<String> delete(UUID id) {
    administrators.lock();
    Optional<User> found = lock.take(id).filter(user -> !user.isDeleted());
    Optional<String> name = found.map(User::username);
    found.ifPresent(this::delete);
    return name;
  }

  private void delete(User user) {
    administrators.keepOneWithout(user);
    deleting.fire(new UserDeleting(user.id()));
    remove("user_avatar", user.id());
    remove("one_time_token", user.id());
    user.forget("deleted-" + digits(), clock.instant());
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
