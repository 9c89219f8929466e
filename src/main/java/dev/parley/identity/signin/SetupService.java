package dev.parley.identity.signin;

import dev.parley.base.problem.DomainException;
import dev.parley.identity.account.AccountCode;
import dev.parley.identity.account.AccountService;
import dev.parley.identity.account.OwnUser;
import dev.parley.identity.account.Username;
import dev.parley.identity.password.Passwords;
import dev.parley.identity.token.OneTimeTokenService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** What one-time links do: make the first administrator, set a new password. */
@ApplicationScoped
@Transactional
public class SetupService {
  private static final String LOCK = "select pg_advisory_xact_lock(7203)";

  @PersistenceContext private EntityManager database;
  @Inject private OneTimeTokenService tokens;
  @Inject private AccountService accounts;
  @Inject private Passwords passwords;

  /**
   * Makes the first administrator with the one-time link; the password is hashed for nobody who has
   * none.
   */
  public OwnUser firstAdministrator(String token, String username, String password) {
    tokens.check(OneTimeTokenService.SETUP, token);
    String hash = passwords.hash(passwords.checked(password, Username.checked(username)));
    tokens.use(OneTimeTokenService.SETUP, token);
    if (tokens.thereIsAnAdministrator()) {
      throw new DomainException(AccountCode.LINK_USED);
    }
    return accounts.register(username, null, hash, true);
  }

  /** Makes the configured first administrator, on one node only, when there is none. */
  void configured(String username, String password) {
    database.createNativeQuery(LOCK).getSingleResult();
    if (!tokens.thereIsAnAdministrator()) {
      String hash = passwords.hash(passwords.checked(password, Username.fold(username)));
      accounts.register(username, null, hash, true);
    }
  }

  /** A new set-up link's token; empty when somebody administers already. */
  Optional<String> token(Duration life) {
    database.createNativeQuery(LOCK).getSingleResult();
    return tokens.thereIsAnAdministrator()
        ? Optional.empty()
        : Optional.of(tokens.make(OneTimeTokenService.SETUP, null, life));
  }

  /** Sets a new password with the one-time link; all sign-ins end. */
  public void resetPassword(String token, String password) {
    UUID user = known(tokens.check(OneTimeTokenService.PASSWORD_RESET, token));
    String username = accounts.credentials(user).map(c -> c.username()).orElse("");
    String hash = passwords.hash(passwords.checked(password, username, "new_password"));
    tokens.use(OneTimeTokenService.PASSWORD_RESET, token);
    accounts.changePassword(user, hash, null);
  }

  private static UUID known(Optional<UUID> user) {
    return user.orElseThrow(() -> new DomainException(AccountCode.LINK_USED));
  }
}
