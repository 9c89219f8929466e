package dev.parley.identity.signin;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.parley.base.problem.DomainException;
import dev.parley.identity.signin.SignInEvent.SignInEnded;
import dev.parley.identity.signin.SignInEvent.SignInEnded.Why;
import dev.parley.identity.signin.SignInEvent.SignInOpened;
import dev.parley.identity.token.AccessTokens;
import dev.parley.identity.token.ActiveSignIn;
import dev.parley.identity.token.IssuedTokens;
import dev.parley.identity.token.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens, renews and ends sign-ins. */
@ApplicationScoped
@Transactional
public class SignInService {
  private static final Logger LOG = Logger.getLogger(SignInService.class.getName());

  /** Tabs that renew at once get siblings; a thief's sibling that waits is not among them. */
  private static final String PROVE =
      "update refresh_token t set proven_at = ?2 where id = ?1 and proven_at is null"
          + " and not exists (select 1 from refresh_token s"
          + " where s.parent_id = t.parent_id and s.id <> t.id and s.proven_at is not null"
          + " and (s.proven_at < cast(?2 as timestamptz) - interval '1 minute'"
          + " or s.created_at not between t.created_at - interval '1 minute'"
          + " and t.created_at + interval '1 minute'))";

  @PersistenceContext private EntityManager database;
  @Inject private AccessTokens accessTokens;
  @Inject private Clock clock;
  @Inject private Event<SignInOpened> opened;
  @Inject private Event<SignInEnded> ended;

  @Inject
  @ConfigProperty(name = "parley.tokens.refresh-idle")
  private Duration idle;

  @Inject
  @ConfigProperty(name = "parley.tokens.refresh-absolute")
  private Duration absolute;

  @Inject
  @ConfigProperty(name = "parley.limits.sign-ins-per-user")
  private int most;

  /**
   * What a renewal came to; a reuse has ended the sign-in by then, so it cannot be an exception.
   */
  record Renewal(Outcome outcome, IssuedTokens tokens) {
    enum Outcome {
      RENEWED,
      INVALID,
      REUSED
    }
  }

  /**
   * Opens a sign-in of a user.
   *
   * @param provenHash the hash that the password was proven against, null when nothing had to be
   *     proven; a password or account that was changed since opens nothing
   * @throws DomainException {@code invalid_credentials}
   */
  public IssuedTokens open(UUID user, String provenHash, String device, String address) {
    return open(UuidCreator.getTimeOrderedEpoch(), user, provenHash, device, address);
  }

  /** The same under an id that the caller has made. */
  IssuedTokens open(UUID signIn, UUID user, String provenHash, String device, String address) {
    Instant now = clock.instant();
    requireUnchanged(user, provenHash);
    insert(signIn, user, device, address, now.plus(idle), now.plus(absolute));
    opened.fire(new SignInOpened(user, signIn, device, address));
    return issue(signIn, null, now);
  }

  /** Notes a sign-in of a user, without any token yet. */
  void insert(
      UUID signIn, UUID user, String device, String address, Instant idleUntil, Instant until) {
    makeRoom(user);
    Instant now = clock.instant();
    database
        .createNativeQuery(
            "insert into sign_in (id, user_id, device, address, created_at, last_used_at, access_expires_at,"
                + " idle_expires_at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .setParameter(1, signIn)
        .setParameter(2, user)
        .setParameter(3, device)
        .setParameter(4, address)
        .setParameter(5, Timestamp.from(now))
        .setParameter(6, Timestamp.from(now))
        .setParameter(7, Timestamp.from(now))
        .setParameter(8, Timestamp.from(idleUntil))
        .setParameter(9, Timestamp.from(until))
        .executeUpdate();
  }

  /** Ends the one that was unused for longest, when there are as many as there may be. */
  private void makeRoom(UUID user) {
    if (most == 0) {
      return;
    }
    List<?> tooMany =
        database
            .createNativeQuery(
                "select id from sign_in where user_id = ?1 and ended_at is null"
                    + " order by last_used_at desc, id desc offset ?2")
            .setParameter(1, user)
            .setParameter(2, most - 1)
            .getResultList();
    tooMany.forEach(id -> end((UUID) id, Why.CROWDED_OUT));
  }

  /**
   * Notes that they sign in, for which a change of the password or account waits; refuses when the
   * account is disabled, or its password another one than was proven.
   */
  void requireUnchanged(UUID user, String provenHash) {
    int found =
        database
            .createNativeQuery(
                "update users set last_sign_in_at = ?3 where id = ?1 and enabled"
                    + " and (cast(?2 as text) is null or password_hash = cast(?2 as text))")
            .setParameter(1, user)
            .setParameter(2, provenHash)
            .setParameter(3, Timestamp.from(clock.instant()))
            .executeUpdate();
    if (found == 0) {
      throw new DomainException(SignInCode.INVALID_CREDENTIALS);
    }
  }

  /** Renews a sign-in by its refresh token; it stands or has ended as of one moment. */
  Renewal renew(String refreshToken) {
    Instant now = clock.instant();
    List<?> found =
        database
            .createNativeQuery(
                "select r.id, r.sign_in_id from refresh_token r join sign_in s on s.id = r.sign_in_id"
                    + " join users u on u.id = s.user_id"
                    + " where r.hash = ?1 and s.ended_at is null and s.expires_at > ?2 and s.idle_expires_at > ?2"
                    + " and u.enabled for update of s")
            .setParameter(1, Secrets.hash(refreshToken))
            .setParameter(2, Timestamp.from(now))
            .getResultList();
    if (found.isEmpty()) {
      return new Renewal(Renewal.Outcome.INVALID, null);
    }
    Object[] row = (Object[]) found.get(0);
    UUID token = (UUID) row[0];
    UUID signIn = (UUID) row[1];
    if (hasProvenSuccessor(token)) {
      LOG.log(Level.WARNING, "A refresh token was used again; sign-in {0} ends", signIn);
      end(signIn, Why.REUSE);
      return new Renewal(Renewal.Outcome.REUSED, null);
    }
    if (!prove(token)) {
      LOG.log(Level.WARNING, "A refresh token came too late beside another; sign-in {0}", signIn);
      return new Renewal(Renewal.Outcome.INVALID, null);
    }
    return new Renewal(Renewal.Outcome.RENEWED, issue(signIn, token, now));
  }

  private boolean hasProvenSuccessor(UUID token) {
    return !database
        .createNativeQuery(
            "select 1 from refresh_token where parent_id = ? and proven_at is not null limit 1")
        .setParameter(1, token)
        .getResultList()
        .isEmpty();
  }

  /**
   * Notes that this refresh token, or the access token given out with it, was used; false when it
   * is dead: another one for the same old token was used before, and not at about the same time.
   */
  boolean prove(UUID token) {
    int proven =
        database
            .createNativeQuery(PROVE)
            .setParameter(1, token)
            .setParameter(2, Timestamp.from(clock.instant()))
            .executeUpdate();
    return proven > 0 || !isUnproven(token);
  }

  private boolean isUnproven(UUID token) {
    return !database
        .createNativeQuery("select 1 from refresh_token where id = ? and proven_at is null")
        .setParameter(1, token)
        .getResultList()
        .isEmpty();
  }

  private IssuedTokens issue(UUID signIn, UUID parent, Instant now) {
    String refreshToken = Secrets.random();
    UUID id = UuidCreator.getTimeOrderedEpoch();
    database
        .createNativeQuery(
            "insert into refresh_token (hash, id, sign_in_id, parent_id, created_at) values (?, ?, ?, cast(? as uuid), ?)")
        .setParameter(1, Secrets.hash(refreshToken))
        .setParameter(2, id)
        .setParameter(3, signIn)
        .setParameter(4, parent == null ? null : parent.toString())
        .setParameter(5, Timestamp.from(now))
        .executeUpdate();
    database
        .createNativeQuery(
            "update sign_in set last_used_at = ?, access_expires_at = ?, idle_expires_at = ? where id = ?")
        .setParameter(1, Timestamp.from(now))
        .setParameter(2, Timestamp.from(now.plus(accessTokens.life())))
        .setParameter(3, Timestamp.from(now.plus(idle)))
        .setParameter(4, signIn)
        .executeUpdate();
    ActiveSignIn active = active(signIn, now).orElseThrow();
    return new IssuedTokens(
        accessTokens.mint(active, id), "Bearer", accessTokens.life().toSeconds(), refreshToken);
  }

  /** The sign-in, while it stands. */
  Optional<ActiveSignIn> active(UUID signIn) {
    return active(signIn, clock.instant());
  }

  private Optional<ActiveSignIn> active(UUID signIn, Instant now) {
    List<?> rows =
        database
            .createNativeQuery(
                "select u.id, u.username, u.roles from sign_in s join users u on u.id = s.user_id"
                    + " where s.id = ? and s.ended_at is null and s.expires_at > ? and u.enabled")
            .setParameter(1, signIn)
            .setParameter(2, Timestamp.from(now))
            .getResultList();
    return rows.stream().map(row -> read(signIn, (Object[]) row)).findFirst();
  }

  private static ActiveSignIn read(UUID signIn, Object[] row) {
    return new ActiveSignIn(
        signIn, (UUID) row[0], (String) row[1], Set.of(((String) row[2]).split(" ")));
  }

  /** Ends one sign-in of a user; false when they have none such. */
  public boolean endOf(UUID user, UUID signIn, Why why) {
    boolean theirs =
        !database
            .createNativeQuery(
                "select 1 from sign_in where id = ? and user_id = ? and ended_at is null")
            .setParameter(1, signIn)
            .setParameter(2, user)
            .getResultList()
            .isEmpty();
    if (theirs) {
      end(signIn, why);
    }
    return theirs;
  }

  /** Ends all sign-ins of a user but one. */
  public void endAll(UUID user, UUID kept, Why why) {
    List<?> open =
        database
            .createNativeQuery(
                "select id from sign_in where user_id = ? and ended_at is null order by id")
            .setParameter(1, user)
            .getResultList();
    open.stream().map(UUID.class::cast).filter(id -> !id.equals(kept)).forEach(id -> end(id, why));
  }

  private void end(UUID signIn, Why why) {
    List<?> users =
        database
            .createNativeQuery(
                "update sign_in set ended_at = ?, ended_why = ? where id = ? and ended_at is null returning user_id")
            .setParameter(1, Timestamp.from(clock.instant()))
            .setParameter(2, why.name())
            .setParameter(3, signIn)
            .getResultList();
    users.forEach(user -> ended.fire(new SignInEnded((UUID) user, signIn, why)));
  }

  /** Whether a sign-in was made less than this long ago. */
  boolean isYoungerThan(Duration age, UUID signIn) {
    return !database
        .createNativeQuery("select 1 from sign_in where id = ? and created_at > ?")
        .setParameter(1, signIn)
        .setParameter(2, Timestamp.from(clock.instant().minus(age)))
        .getResultList()
        .isEmpty();
  }

  /** Forgets all sign-ins of a user; they have ended by then. */
  void forget(UUID user) {
    database
        .createNativeQuery("delete from sign_in where user_id = ?")
        .setParameter(1, user)
        .executeUpdate();
  }

  /** Notes that a sign-in is in use. */
  void used(UUID signIn) {
    database
        .createNativeQuery("update sign_in set last_used_at = ? where id = ?")
        .setParameter(1, Timestamp.from(clock.instant()))
        .setParameter(2, signIn)
        .executeUpdate();
  }

  /** How these sign-ins stand now; one that is not there any more has ended. */
  Map<UUID, SignInState> states(Collection<UUID> signIns) {
    Map<UUID, SignInState> states = new HashMap<>();
    signIns.forEach(id -> states.put(id, SignInState.ENDED));
    List<?> rows =
        database
            .createNativeQuery(
                "select s.id, case when not u.enabled then 'DISABLED' when s.ended_at is not null then 'ENDED'"
                    + " when s.access_expires_at <= ?1 or s.expires_at <= ?1 then 'EXPIRED' else 'ACTIVE' end"
                    + " from sign_in s join users u on u.id = s.user_id where s.id = any (cast(string_to_array(?2, ',') as uuid[]))")
            .setParameter(1, Timestamp.from(clock.instant()))
            .setParameter(2, String.join(",", signIns.stream().map(UUID::toString).toList()))
            .getResultList();
    rows.stream()
        .map(Object[].class::cast)
        .forEach(row -> states.put((UUID) row[0], SignInState.valueOf((String) row[1])));
    return states;
  }
}
