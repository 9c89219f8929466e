package dev.parley.identity.account;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/** Those who administer: an enabled one always stays, and only they act as such. */
@ApplicationScoped
public class Administrators {
  static final String OTHERS =
      "select 1 from users where enabled and roles = 'user admin' and id <> ?1 limit 1";

  @PersistenceContext private EntityManager database;

  /** Nobody else takes away an administrator until this transaction ends; before any other lock. */
  void lock() {
    database.createNativeQuery(AccountDeletionService.LOCK_OF_ADMINISTRATORS).getSingleResult();
  }

  /**
   * Refuses to take away the last one; the lock is held by then.
   *
   * @throws DomainException {@code last_admin}
   */
  void keepOneWithout(User leaving) {
    if (leaving.isAdmin() && leaving.isEnabled() && !stayWithout(leaving.id())) {
      throw new DomainException(AccountCode.LAST_ADMIN).with("current", leaving.own());
    }
  }

  /** Whether there is an enabled one besides this user; the lock is held by then. */
  boolean stayWithout(UUID leaving) {
    return found(OTHERS, leaving);
  }

  /**
   * Begins an act on accounts: administrators act on them one after the other, and only those who
   * administer when their turn has come.
   *
   * @throws DomainException {@code not_an_admin}
   */
  public void takeTurn(UUID actor) {
    lock();
    require(actor);
  }

  /**
   * Refuses an act of somebody who has ceased to administer, a moment ago as well; within the act's
   * transaction.
   *
   * @throws DomainException {@code not_an_admin}
   */
  public void require(UUID actor) {
    if (!found("select 1 from users where id = ?1 and enabled and roles = 'user admin'", actor)) {
      throw new DomainException(CommonCode.NOT_AN_ADMIN);
    }
  }

  private boolean found(String sql, UUID user) {
    return !database.createNativeQuery(sql).setParameter(1, user).getResultList().isEmpty();
  }
}
