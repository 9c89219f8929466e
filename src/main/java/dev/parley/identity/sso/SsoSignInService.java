package dev.parley.identity.sso;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.parley.base.problem.DomainException;
import dev.parley.identity.account.AccountService;
import dev.parley.identity.account.AccountService.Credentials;
import dev.parley.identity.signin.SignInCode;
import dev.parley.identity.signin.SignInEvent.SignInEnded.Why;
import dev.parley.identity.signin.SignInOpening;
import dev.parley.identity.signin.SignInService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Signs people in and out as their provider says; both at once have one order. */
@ApplicationScoped
@Transactional(rollbackOn = TokenRefused.class)
public class SsoSignInService {
  @PersistenceContext private EntityManager database;
  @Inject private UsedTokens usedTokens;
  @Inject private KnownIdentities identities;
  @Inject private AdminGroup adminGroup;
  @Inject private AccountService accounts;
  @Inject private SignInService signIns;
  @Inject private SignInOpening opening;
  @Inject private Event<IdentityLinked> linked;
  @Inject private Event<SignedOutByProvider> signedOut;

  /**
   * Signs in whom a token names; the account is made when it is their first time.
   *
   * @throws TokenRefused when the token was used, or its session has ended, meanwhile
   * @throws DomainException {@code account_disabled}
   */
  SignInOpening.Opened signIn(Provider provider, ProviderClaims claims, Boolean useCookie)
      throws TokenRefused {
    usedTokens.spend(claims);
    Identity identity = arrive(provider, claims);
    UUID signIn = UuidCreator.getTimeOrderedEpoch();
    SignInOpening.Opened opened = opening.proven(signIn, identity.user(), useCookie);
    note(signIn, identity, claims.session(), "");
    return opened;
  }

  /**
   * Who a token names, with the role that their groups give them; held until the caller's
   * transaction ends.
   */
  Identity arrive(Provider provider, ProviderClaims claims) throws TokenRefused {
    usedTokens.lock(provider, claims.subject());
    if (!claims.session().isEmpty()) {
      usedTokens.lock(provider, claims.session());
    }
    if (usedTokens.isOlderThanLogout(provider, claims)) {
      throw new TokenRefused("of somebody who was signed out since");
    }
    Identity identity =
        identities.find(provider, claims.subject()).orElseGet(() -> makeAccount(provider, claims));
    if (!accounts.credentials(identity.user()).map(Credentials::enabled).orElse(false)) {
      throw new DomainException(SignInCode.ACCOUNT_DISABLED);
    }
    adminGroup.follow(provider, identity, claims);
    identities.used(identity, claims);
    return identity;
  }

  private Identity makeAccount(Provider provider, ProviderClaims claims) {
    UUID user = accounts.makeLike(claims.wantedUsername(), claims.wantedName()).id();
    database.flush();
    Identity identity = identities.add(user, provider, claims);
    linked.fire(new IdentityLinked(user, provider.id(), provider.issuer(), claims.subject(), true));
    return identity;
  }

  /** Notes by which identity a sign-in was opened. */
  void note(UUID signIn, Identity identity, String session, String program) {
    database
        .createNativeQuery(
            "insert into sso_sign_in (sign_in_id, identity_id, session, program)"
                + " values (?, ?, nullif(?, ''), nullif(?, ''))")
        .setParameter(1, signIn)
        .setParameter(2, identity.id())
        .setParameter(3, session)
        .setParameter(4, program)
        .executeUpdate();
  }

  /**
   * Ends the sign-ins that a logout token is about.
   *
   * @return how many
   * @throws TokenRefused when the token was used before
   */
  int signOut(Provider provider, ProviderClaims logout) throws TokenRefused {
    usedTokens.lock(provider, logout.session().isEmpty() ? logout.subject() : logout.session());
    usedTokens.spend(logout);
    usedTokens.signedOut(provider, logout);
    Map<UUID, Integer> ended = new LinkedHashMap<>();
    for (Object row : open(provider, logout)) {
      UUID user = (UUID) ((Object[]) row)[0];
      signIns.endOf(user, (UUID) ((Object[]) row)[1], Why.PROVIDER);
      ended.merge(user, 1, Integer::sum);
    }
    ended.forEach(
        (user, count) -> signedOut.fire(new SignedOutByProvider(user, provider.id(), count)));
    return ended.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Of a sign-in whose session the provider never told, the subject decides. */
  private List<?> open(Provider provider, ProviderClaims logout) {
    return database
        .createNativeQuery(
            "select s.user_id, s.id from sso_sign_in x join sso_identity i on i.id = x.identity_id"
                + " join sign_in s on s.id = x.sign_in_id"
                + " where s.ended_at is null and i.issuer = ?1 and (?2 = '' or i.subject = ?2)"
                + " and (?3 = '' or x.session = ?3 or x.session is null and i.subject = ?2) order by s.id")
        .setParameter(1, provider.issuer())
        .setParameter(2, logout.subject())
        .setParameter(3, logout.session())
        .getResultList();
  }
}
