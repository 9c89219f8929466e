package dev.parley.identity.sso;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The tokens that have been used, on all nodes, and whom providers have signed out lately. */
@ApplicationScoped
public class UsedTokens {
  /** No token that signs in is good for longer. */
  private static final Duration LOGOUTS_KEPT = Duration.ofDays(2);

  @PersistenceContext private EntityManager database;
  @Inject private Clock clock;

  /**
   * Uses a token up, in the caller's transaction.
   *
   * @throws TokenRefused when it was used before, or was issued before a logout that concerns it
   */
  void use(Provider provider, ProviderClaims claims) throws TokenRefused {
    if (isOlderThanLogout(provider, claims)) {
      throw new TokenRefused("of somebody who was signed out since");
    }
    spend(claims);
  }

  /** Uses a token up that is of no sign-in. */
  void spend(ProviderClaims claims) throws TokenRefused {
    int fresh =
        database
            .createNativeQuery(
                "insert into sso_used_token (hash, expires_at) values (?, ?) on conflict do nothing")
            .setParameter(1, claims.fingerprint())
            .setParameter(2, Timestamp.from(claims.expiresAt().plus(TokenClaims.SKEW)))
            .executeUpdate();
    if (fresh == 0) {
      throw new TokenRefused("used before");
    }
  }

  /** Whether the provider has signed its session out, or its subject since it was issued. */
  boolean isOlderThanLogout(Provider provider, ProviderClaims claims) {
    return !database
        .createNativeQuery(
            "select 1 from sso_logout where issuer = ?1 and session = ?2 and (subject is null or subject = ?3)"
                + " union all select 1 from sso_logout where issuer = ?1 and session is null"
                + " and subject = ?3 and at >= ?4 limit 1")
        .setParameter(1, provider.issuer())
        .setParameter(2, claims.session())
        .setParameter(3, claims.subject())
        .setParameter(4, Timestamp.from(claims.issuedAt()))
        .getResultList()
        .isEmpty();
  }

  /** Notes whom a logout token signs out. */
  void signedOut(Provider provider, ProviderClaims logout) {
    database
        .createNativeQuery(
            "insert into sso_logout (issuer, subject, session, at)"
                + " values (?, nullif(?, ''), nullif(?, ''), ?)")
        .setParameter(1, provider.issuer())
        .setParameter(2, logout.subject())
        .setParameter(3, logout.session())
        .setParameter(4, Timestamp.from(logout.issuedAt()))
        .executeUpdate();
  }

  /**
   * Holds up whoever signs the same person in or out, until the caller's transaction ends.
   *
   * @param what a subject or a session of the provider
   */
  void lock(Provider provider, String what) {
    database
        .createNativeQuery("select pg_advisory_xact_lock(hashtextextended(?, 5))")
        .setParameter(1, provider.issuer() + ' ' + what)
        .getSingleResult();
  }

  /** Forgets what has expired. */
  void sweep() {
    Instant now = clock.instant();
    forget("delete from sso_used_token where expires_at < ?", now);
    forget("delete from sso_logout where at < ?", now.minus(LOGOUTS_KEPT));
  }

  private void forget(String what, Instant before) {
    database.createNativeQuery(what).setParameter(1, Timestamp.from(before)).executeUpdate();
  }
}
