package dev.parley.identity.sso;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.identity.account.AccountService;
import dev.parley.identity.account.AccountService.Credentials;
import dev.parley.identity.signin.SignInEvent.SignInEnded.Why;
import dev.parley.identity.signin.SignInService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The ways in which a user signs in elsewhere, as they add them and take them away. */
@ApplicationScoped
@Transactional(rollbackOn = TokenRefused.class)
public class IdentityService {
  @PersistenceContext private EntityManager database;
  @Inject private UsedTokens usedTokens;
  @Inject private KnownIdentities identities;
  @Inject private AdminGroup adminGroup;
  @Inject private Providers providers;
  @Inject private AccountService accounts;
  @Inject private SignInService signIns;
  @Inject private Event<IdentityLinked> linked;
  @Inject private Event<IdentityUnlinked> unlinked;

  /**
   * Lets a user sign in as whom a token names.
   *
   * @return whether they could not before
   * @throws TokenRefused when the token was used before
   * @throws DomainException {@code identity_taken}
   */
  boolean link(UUID user, Provider provider, ProviderClaims claims) throws TokenRefused {
    usedTokens.lock(provider, claims.subject());
    usedTokens.use(provider, claims);
    Optional<Identity> known = identities.find(provider, claims.subject());
    if (known.isPresent()) {
      if (!known.get().user().equals(user)) {
        // Nothing of what there is now: it is about somebody else.
        throw new DomainException(SsoCode.IDENTITY_TAKEN);
      }
      return false;
    }
    identities.add(user, provider, claims);
    linked.fire(
        new IdentityLinked(user, provider.id(), provider.issuer(), claims.subject(), false));
    return true;
  }

  /**
   * Takes a way to sign in away; the sign-ins that were opened by it end, all but the present one.
   *
   * @throws DomainException {@code not_found}, {@code last_sign_in_way}
   */
  void unlink(UUID user, UUID id, UUID presentSignIn) {
    database
        .createNativeQuery("select pg_advisory_xact_lock(hashtextextended(?, 6))")
        .setParameter(1, user.toString())
        .getSingleResult();
    Identity identity =
        identities.of(user, id).orElseThrow(() -> new DomainException(CommonCode.NOT_FOUND));
    if (!hasAnotherWay(user, id)) {
      throw identities.list(user).stream()
          .filter(way -> way.id().equals(id))
          .findFirst()
          .map(way -> new DomainException(SsoCode.LAST_SIGN_IN_WAY).with("current", way))
          .orElseThrow();
    }
    List<?> opened =
        database
            .createNativeQuery("select sign_in_id from sso_sign_in where identity_id = ?")
            .setParameter(1, id)
            .getResultList();
    opened.stream()
        .map(UUID.class::cast)
        .filter(signIn -> !signIn.equals(presentSignIn))
        .forEach(signIn -> signIns.endOf(user, signIn, Why.PROVIDER));
    String provider = providers.issuing(identity.issuer()).map(Provider::id).orElse("");
    adminGroup.withdraw(provider, identity);
    identities.remove(identity);
    unlinked.fire(new IdentityUnlinked(user, identity.issuer(), id));
  }

  private boolean hasAnotherWay(UUID user, UUID id) {
    boolean password = accounts.credentials(user).map(Credentials::passwordHash).isPresent();
    return password
        || identities.list(user).stream()
            .anyMatch(other -> !other.id().equals(id) && other.provider() != null);
  }

  /** Forgets the identities of a user who goes. */
  void forget(UUID user) {
    identities.removeAll(user);
  }

  /** Forgets tokens that have expired. */
  void sweep() {
    usedTokens.sweep();
  }
}
