package dev.parley.connection;

import dev.parley.account.Profile;
import dev.parley.account.Profiles;
import dev.parley.account.Username;
import dev.parley.caller.Input;
import dev.parley.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Whom a username means. */
@ApplicationScoped
class Names {
  private static final String ANYBODY = "select id from users where username = ?";

  @PersistenceContext private EntityManager database;
  @Inject private Profiles profiles;

  /** Somebody whose account is enabled: whom one can see, ask and block. */
  Profile person(String username) {
    return profiles.byUsername(name(username)).orElseThrow(Names::unknown);
  }

  /** Anybody who has or had an account: with a disabled one there may be something to end. */
  UUID idOfAcquaintance(String username) {
    List<?> found =
        database.createNativeQuery(ANYBODY).setParameter(1, name(username)).getResultList();
    return found.stream().findFirst().map(UUID.class::cast).orElseThrow(Names::unknown);
  }

  private static String name(String username) {
    String name = Username.fold(Input.required(username, "username"));
    if (name.indexOf('\0') >= 0) {
      throw unknown();
    }
    return name;
  }

  private static DomainException unknown() {
    return new DomainException(ConnectionCode.UNKNOWN_USER);
  }
}
