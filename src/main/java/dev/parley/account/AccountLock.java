package dev.parley.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/**
 * Holds accounts while it is decided whether they stay. Acts between people wait for that; rows
 * that only refer to an account do not, or a message that names somebody and the decision about
 * them would wait for each other.
 */
@ApplicationScoped
class AccountLock {
  @PersistenceContext private EntityManager database;

  /** The account as it is now; nobody else decides about it before the transaction ends. */
  User hold(UUID id) {
    database
        .createNativeQuery("select 1 from users where id = ? for no key update")
        .setParameter(1, id)
        .getResultList();
    User user = database.find(User.class, id);
    if (user != null) {
      database.refresh(user);
    }
    return user;
  }
}
