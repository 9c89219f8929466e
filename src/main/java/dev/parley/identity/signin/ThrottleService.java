package dev.parley.identity.signin;

import dev.parley.base.config.RunTimeSettings;
import dev.parley.base.problem.DomainException;
import dev.parley.identity.token.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Slows down guessing, for all nodes alike.
 *
 * <p>Attempts count for an account at an address, for an address, and for an account from addresses
 * that its owner never signed in from; so somebody else's guesses never lock the owner out of where
 * they usually are. An attempt counts before its password is looked at, so that many at once are
 * not more than many in a row; a good one is taken back.
 */
@ApplicationScoped
@Transactional
public class ThrottleService {
  private static final int STRANGERS = 4;

  @PersistenceContext private EntityManager database;
  @Inject private SignInAttempts attempts;
  @Inject private RunTimeSettings settings;

  @Inject
  @ConfigProperty(name = "parley.limits.logins-per-account")
  private int perAccount;

  @Inject
  @ConfigProperty(name = "parley.limits.logins-per-address")
  private int perAddress;

  /**
   * An attempt that was let through; {@code own} counts for one person, {@code shared} for more.
   */
  public record Attempt(String own, List<String> shared) {}

  /**
   * Counts an attempt to sign in.
   *
   * @param name what was given as the username
   * @param user whose it is, if anybody's
   * @throws DomainException {@code too_many_attempts} when it comes too soon
   */
  Attempt admit(String name, Optional<UUID> user, String address) {
    String own = key("pair", name + '@' + address);
    attempts.count(own, perAccount);
    List<String> shared = new ArrayList<>();
    shared.add(key("address", address));
    attempts.count(shared.get(0), perAddress);
    if (user.filter(id -> isKnown(id, address)).isEmpty()) {
      shared.add(key("account", name));
      attempts.count(shared.get(1), perAccount * STRANGERS);
    }
    return new Attempt(own, shared);
  }

  /**
   * Counts an attempt to sign in elsewhere than by a password, whose name nobody knows yet.
   *
   * @throws DomainException {@code too_many_attempts} when it comes too soon
   */
  public Attempt admit(String address) {
    String shared = key("address", address);
    attempts.count(shared, perAddress);
    return new Attempt(key("elsewhere", address), List.of(shared));
  }

  /**
   * Counts an attempt to prove the password once more within a sign-in.
   *
   * @throws DomainException {@code too_many_attempts} when it comes too soon
   */
  Attempt admit(UUID signIn) {
    String own = key("sign-in", signIn.toString());
    attempts.count(own, perAccount);
    return new Attempt(own, List.of());
  }

  /** The password was right: its owner begins anew. */
  public void succeeded(Attempt attempt) {
    attempts.forget(attempt.own());
    attempt.shared().forEach(attempts::takeBack);
  }

  /** Nobody looked at the password. */
  public void takeBack(Attempt attempt) {
    attempts.takeBack(attempt.own());
    attempt.shared().forEach(attempts::takeBack);
  }

  /**
   * Counts a registration.
   *
   * @throws DomainException {@code too_many_attempts} when there were too many within an hour
   */
  void admitRegistration(String address) {
    int registrations = (int) settings.number("parley.limits.registrations-per-address");
    if (registrations > 0) {
      attempts.countWithinHour(key("register", address), registrations);
    }
  }

  private boolean isKnown(UUID user, String address) {
    return !database
        .createNativeQuery("select 1 from sign_in where user_id = ? and address = ? limit 1")
        .setParameter(1, user)
        .setParameter(2, address)
        .getResultList()
        .isEmpty();
  }

  /** What was typed is kept hashed, since some people type their password for their name. */
  private static String key(String kind, String what) {
    return kind + ':' + Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.hash(what));
  }

  static DomainException tooMany(Duration wait) {
    return new DomainException(SignInCode.TOO_MANY_ATTEMPTS).retryAfter(wait);
  }
}
