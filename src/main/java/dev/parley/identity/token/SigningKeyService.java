package dev.parley.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The keys that sign access tokens: in the database, so that all nodes share them, and replaced
 * before they are old.
 */
@ApplicationScoped
@Transactional
public class SigningKeyService {
  /**
   * A key is published this long before it signs, or a whole key's life when that is shorter, so
   * that every verifier has fetched it by then.
   */
  private static final Duration PUBLISHED_BEFORE = Duration.ofDays(1);

  private static final int BITS = 2048;
  private static final Duration KEPT_AFTER = Duration.ofHours(1);
  private static final Duration LONGEST_UPKEEP = Duration.ofMinutes(10);
  private static final Duration LONGEST_KEPT_BY_VERIFIERS = Duration.ofMinutes(1);

  @PersistenceContext private EntityManager database;
  @Inject private Clock clock;
  @Inject private Event<KeysPublished> keysPublished;

  @Inject
  @ConfigProperty(name = "parley.tokens.key-life")
  private Duration life;

  /** How often {@link #renew} is to be called: several times while a new key waits for its turn. */
  public Duration upkeep() {
    Duration often = life.dividedBy(4);
    return often.compareTo(LONGEST_UPKEEP) > 0 ? LONGEST_UPKEEP : often;
  }

  /** How long a verifier may keep the published keys without asking again, in whole seconds. */
  Duration keptByVerifiers() {
    Duration often = upkeep();
    return often.compareTo(LONGEST_KEPT_BY_VERIFIERS) > 0 ? LONGEST_KEPT_BY_VERIFIERS : often;
  }

  /** The key that signs now. */
  public RSAKey current() {
    List<?> found = signing(clock.instant());
    return parse(found.isEmpty() ? renewed() : found.get(0));
  }

  private Object renewed() {
    renew();
    return signing(clock.instant()).get(0);
  }

  private List<?> signing(Instant at) {
    return database
        .createNativeQuery(
            "select private_jwk from signing_key where signs_from <= ?1 and signs_until > ?1 order by signs_from limit 1")
        .setParameter(1, Timestamp.from(at))
        .getResultList();
  }

  /**
   * Sees that there is a key for now and, in time, one for after it; forgets the ones whose tokens
   * are long dead.
   */
  public void renew() {
    database.createNativeQuery("select pg_advisory_xact_lock(7201)").getSingleResult();
    Instant now = clock.instant();
    if (signing(now).isEmpty()) {
      make(now);
    }
    Instant until = lastDay();
    if (until.isBefore(now.plus(lead()))) {
      make(until);
    }
    database
        .createNativeQuery("delete from signing_key where retires_at < ?")
        .setParameter(1, Timestamp.from(now))
        .executeUpdate();
    keysPublished.fire(new KeysPublished(published().toString()));
  }

  private Duration lead() {
    return life.compareTo(PUBLISHED_BEFORE) < 0 ? life : PUBLISHED_BEFORE;
  }

  private Instant lastDay() {
    Object until =
        database.createNativeQuery("select max(signs_until) from signing_key").getSingleResult();
    return ((Timestamp) until).toInstant();
  }

  private void make(Instant from) {
    try {
      RSAKey key = new RSAKeyGenerator(BITS).keyID(UUID.randomUUID().toString()).generate();
      database
          .createNativeQuery(
              "insert into signing_key (kid, private_jwk, created_at, signs_from, signs_until, retires_at) values (?, ?, ?, ?, ?, ?)")
          .setParameter(1, key.getKeyID())
          .setParameter(2, key.toJSONString())
          .setParameter(3, Timestamp.from(clock.instant()))
          .setParameter(4, Timestamp.from(from))
          .setParameter(5, Timestamp.from(from.plus(life)))
          .setParameter(6, Timestamp.from(from.plus(life).plus(KEPT_AFTER)))
          .executeUpdate();
    } catch (JOSEException e) {
      throw new IllegalStateException("Every Java has RSA", e);
    }
  }

  /** The public halves of all keys whose tokens may be about, or soon will be. */
  public JWKSet published() {
    List<JWK> keys = new ArrayList<>();
    for (Object row :
        database
            .createNativeQuery(
                "select private_jwk from signing_key where retires_at > ? order by signs_from")
            .setParameter(1, Timestamp.from(clock.instant()))
            .getResultList()) {
      keys.add(parse(row));
    }
    return new JWKSet(keys).toPublicJWKSet();
  }

  private static RSAKey parse(Object jwk) {
    try {
      return RSAKey.parse((String) jwk);
    } catch (ParseException e) {
      throw new IllegalStateException("A signing key in the database cannot be read", e);
    }
  }
}
