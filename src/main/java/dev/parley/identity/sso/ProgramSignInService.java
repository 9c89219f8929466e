package dev.parley.identity.sso;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.parley.identity.signin.ExternalTokenSignInService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The sign-ins of programs that show a provider's own tokens: one for each program and session at
 * the provider, as long as its tokens last. Ending it ends every token that was issued before.
 */
@ApplicationScoped
@Transactional(rollbackOn = TokenRefused.class)
public class ProgramSignInService {
  @PersistenceContext private EntityManager database;
  @Inject private SsoSignInService arrivals;
  @Inject private ExternalTokenSignInService signIns;

  /**
   * The sign-in that a token belongs to, opened if need be.
   *
   * @throws TokenRefused when that sign-in has ended since the token was issued
   */
  UUID enter(Provider provider, ProviderClaims claims, String device, String address)
      throws TokenRefused {
    Identity identity = arrivals.arrive(provider, claims);
    if (hasEndedSince(identity, claims)) {
      throw new TokenRefused("of a sign-in that has ended");
    }
    // The container may take a token for good a little longer than it says.
    Instant until = claims.expiresAt().plus(TokenClaims.SKEW);
    List<?> open = find(identity, claims, "s.ended_at is null");
    if (!open.isEmpty()) {
      UUID signIn = (UUID) open.get(0);
      signIns.extend(signIn, until);
      return signIn;
    }
    UUID signIn = UuidCreator.getTimeOrderedEpoch();
    signIns.open(signIn, identity.user(), device, address, until);
    arrivals.note(signIn, identity, claims.session(), claims.program());
    return signIn;
  }

  private boolean hasEndedSince(Identity identity, ProviderClaims claims) {
    return !find(identity, claims, "s.ended_at >= ?4").isEmpty();
  }

  private List<?> find(Identity identity, ProviderClaims claims, String state) {
    var query =
        database
            .createNativeQuery(
                "select s.id from sso_sign_in x join sign_in s on s.id = x.sign_in_id"
                    + " where x.identity_id = ?1 and x.program = ?2 and coalesce(x.session, '') = ?3 and "
                    + state
                    + " order by s.id desc limit 1")
            .setParameter(1, identity.id())
            .setParameter(2, claims.program())
            .setParameter(3, claims.session());
    if (state.contains("?4")) {
      query.setParameter(4, Timestamp.from(claims.issuedAt()));
    }
    return query.getResultList();
  }
}
