package dev.parley.identity.token;

import dev.parley.base.problem.DomainException;
import dev.parley.identity.account.AccountCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Links that work once: the set-up of the first administrator, and the reset of a password. */
@ApplicationScoped
@Transactional
public class OneTimeTokenService {
  public static final String SETUP = "setup";
  public static final String PASSWORD_RESET = "password_reset";

  @PersistenceContext private EntityManager database;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "parley.public-url")
  private String publicUrl;

  @Inject
  @ConfigProperty(name = "parley.tokens.password-reset")
  private Duration resetLife;

  /** Where somebody chooses a new password, once and until then. */
  public record ResetLink(String url, Instant expiresAt) {}

  /** A link with which this user chooses a new password; earlier ones work no longer. */
  public ResetLink passwordReset(UUID user) {
    String token = make(PASSWORD_RESET, user, resetLife);
    return new ResetLink(
        publicUrl + "/reset-password?token=" + token, clock.instant().plus(resetLife));
  }

  /** A new token for this purpose; earlier ones of the same purpose and user work no longer. */
  public String make(String purpose, UUID user, Duration life) {
    database
        .createNativeQuery(
            "delete from one_time_token where purpose = ? and user_id is not distinct from cast(? as uuid) and used_at is null")
        .setParameter(1, purpose)
        .setParameter(2, user == null ? null : user.toString())
        .executeUpdate();
    String token = Secrets.random();
    Instant now = clock.instant();
    database
        .createNativeQuery(
            "insert into one_time_token (hash, purpose, user_id, created_at, expires_at) values (?, ?, cast(? as uuid), ?, ?)")
        .setParameter(1, Secrets.hash(token))
        .setParameter(2, purpose)
        .setParameter(3, user == null ? null : user.toString())
        .setParameter(4, Timestamp.from(now))
        .setParameter(5, Timestamp.from(now.plus(life)))
        .executeUpdate();
    return token;
  }

  /**
   * Uses a token up.
   *
   * @return the user it was made for, empty when it was for nobody yet
   * @throws DomainException {@code link_used} when it was used, has expired or never was
   */
  public Optional<UUID> use(String purpose, String token) {
    Timestamp now = Timestamp.from(clock.instant());
    List<?> used =
        database
            .createNativeQuery(
                "update one_time_token set used_at = ? where hash = ? and purpose = ? and used_at is null and expires_at > ?"
                    + " returning coalesce(user_id::text, '')")
            .setParameter(1, now)
            .setParameter(2, Secrets.hash(token == null ? "" : token))
            .setParameter(3, purpose)
            .setParameter(4, now)
            .getResultList();
    return owner(used);
  }

  /**
   * The user for whom a token was made that still works, empty when it was for nobody yet; the
   * token stays good.
   *
   * @throws DomainException {@code link_used}
   */
  public Optional<UUID> check(String purpose, String token) {
    List<?> found =
        database
            .createNativeQuery(
                "select coalesce(user_id::text, '') from one_time_token"
                    + " where hash = ? and purpose = ? and used_at is null and expires_at > ?")
            .setParameter(1, Secrets.hash(token == null ? "" : token))
            .setParameter(2, purpose)
            .setParameter(3, Timestamp.from(clock.instant()))
            .getResultList();
    return owner(found);
  }

  /** Forgets tokens that expired before then, used or not. */
  public void forget(Instant expiredBefore) {
    database
        .createNativeQuery("delete from one_time_token where expires_at < ?")
        .setParameter(1, Timestamp.from(expiredBefore))
        .executeUpdate();
  }

  private static Optional<UUID> owner(List<?> found) {
    if (found.isEmpty()) {
      throw new DomainException(AccountCode.LINK_USED);
    }
    return Optional.of(found.get(0).toString()).filter(id -> !id.isEmpty()).map(UUID::fromString);
  }

  /** Whether anybody administers yet. */
  public boolean thereIsAnAdministrator() {
    return !database
        .createNativeQuery("select 1 from users where roles = 'user admin' limit 1")
        .getResultList()
        .isEmpty();
  }
}
