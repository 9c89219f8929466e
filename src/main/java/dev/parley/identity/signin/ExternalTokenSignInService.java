package dev.parley.identity.signin;

import dev.parley.identity.signin.SignInEvent.SignInOpened;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Sign-ins by tokens that somebody else issues: they last as long as such tokens come, and have no
 * tokens of ours.
 */
@ApplicationScoped
@Transactional
public class ExternalTokenSignInService {
  @PersistenceContext private EntityManager database;
  @Inject private SignInService signIns;
  @Inject private Clock clock;
  @Inject private Event<SignInOpened> opened;

  /** Opens one, under an id that the caller has made, that lasts until then. */
  public void open(UUID signIn, UUID user, String device, String address, Instant until) {
    signIns.requireUnchanged(user, null);
    signIns.insert(signIn, user, device, address, until, until);
    extend(signIn, until);
    opened.fire(new SignInOpened(user, signIn, device, address));
  }

  /** Lets one last until then, if it does not anyway. */
  public void extend(UUID signIn, Instant until) {
    database
        .createNativeQuery(
            "update sign_in set last_used_at = ?1, access_expires_at = greatest(access_expires_at, ?2),"
                + " idle_expires_at = greatest(idle_expires_at, ?2), expires_at = greatest(expires_at, ?2)"
                + " where id = ?3")
        .setParameter(1, Timestamp.from(clock.instant()))
        .setParameter(2, Timestamp.from(until))
        .setParameter(3, signIn)
        .executeUpdate();
  }
}
