package dev.parley.signin;

import dev.parley.account.AccountService;
import dev.parley.account.AccountService.Credentials;
import dev.parley.account.Passwords;
import dev.parley.account.Username;
import dev.parley.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Signing in with a name and a password: nobody can tell a wrong name from a wrong password, by
 * body or by time.
 */
@ApplicationScoped
public class PasswordSignIn {
  private static final Logger LOG = Logger.getLogger(PasswordSignIn.class.getName());

  @Inject private AccountService accounts;
  @Inject private Passwords passwords;
  @Inject private ThrottleService throttle;

  /**
   * The credentials that the password proves.
   *
   * @throws DomainException {@code invalid_credentials}, {@code account_disabled}, {@code
   *     too_many_attempts}
   */
  Credentials prove(String username, String password, String address) {
    String name = Username.fold(username);
    String key = name.length() > 64 ? name.substring(0, 64) : name;
    throttle.admit(key, address);
    Optional<Credentials> account = accounts.credentials(name);
    if (!passwords.matches(password, account.map(Credentials::passwordHash).orElse(null))) {
      throttle.failed(key, address);
      LOG.log(Level.INFO, "Sign-in refused from {0}", address);
      throw new DomainException(SignInCode.INVALID_CREDENTIALS);
    }
    throttle.succeeded(key, address);
    return usable(account.orElseThrow(), password);
  }

  private Credentials usable(Credentials account, String password) {
    if (!account.enabled()) {
      throw new DomainException(SignInCode.ACCOUNT_DISABLED);
    }
    if (passwords.isOutdated(account.passwordHash())) {
      accounts.rehash(account.user(), passwords.hash(password));
    }
    return account;
  }
}
