package dev.parley.identity.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/**
 * Locks the row of an account that is to be changed, before any other row of the same act.
 *
 * <p>JPA's own lock is too strong: it also keeps others from adding rows that refer to the account,
 * which they do while they hold what this act may still need.
 */
@ApplicationScoped
class AccountLock {
  private static final String LOCK = "select id from users where id = ?1 for no key update";

  @PersistenceContext private EntityManager database;

  /** The account as it is now, which nobody else changes until this transaction ends. */
  Optional<User> take(UUID id) {
    database.createNativeQuery(LOCK).setParameter(1, id).getResultList();
    Optional<User> user = Optional.ofNullable(database.find(User.class, id));
    user.ifPresent(database::refresh);
    return user;
  }
}
