package dev.parley.identity.signin;

import dev.parley.base.problem.DomainException;
import dev.parley.base.problem.ProblemKind;
import dev.parley.identity.account.AccountCode;
import dev.parley.identity.account.AccountService;
import dev.parley.identity.account.AccountService.Credentials;
import dev.parley.identity.account.Username;
import dev.parley.identity.password.Passwords;
import dev.parley.identity.signin.SignInEvent.SignInRefused;
import dev.parley.identity.signin.ThrottleService.Attempt;
import dev.parley.identity.token.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Proving who one is with a password: nobody can tell a wrong name from a wrong password, by body
 * or by time.
 */
@ApplicationScoped
public class PasswordSignIn {
  private static final Logger LOG = Logger.getLogger(PasswordSignIn.class.getName());

  @Inject private AccountService accounts;
  @Inject private Passwords passwords;
  @Inject private ThrottleService throttle;
  @Inject private Event<SignInRefused> refused;

  /**
   * The credentials that the password proves.
   *
   * @throws DomainException {@code invalid_credentials}, {@code account_disabled}, {@code
   *     too_many_attempts}, {@code busy}
   */
  Credentials prove(String username, String password, String address) {
    Optional<Credentials> account = accounts.credentials(username);
    try {
      return prove(account, username, password, address);
    } catch (DomainException e) {
      tell(Username.fold(username), account, address, e);
      throw e;
    }
  }

  private Credentials prove(
      Optional<Credentials> account, String username, String password, String address) {
    // Folded whether or not an account has it: else other spellings would tell which is so.
    Attempt attempt =
        throttle.admit(Username.fold(username), account.map(Credentials::user), address);
    if (!matches(password, account, attempt)) {
      LOG.log(Level.INFO, "Sign-in refused from {0}", address);
      throw new DomainException(SignInCode.INVALID_CREDENTIALS);
    }
    throttle.succeeded(attempt);
    return usable(account.orElseThrow(), password);
  }

  /** A caller who is only asked to wait for their turn has not been refused. */
  private void tell(String who, Optional<Credentials> account, String address, DomainException e) {
    if (e.code().kind() != ProblemKind.UNAVAILABLE) {
      refused.fire(
          new SignInRefused(
              Base64.getEncoder().encodeToString(Secrets.hash(who)),
              account.map(Credentials::user).orElse(null),
              account.map(Credentials::username).orElse(null),
              address,
              e.code()));
    }
  }

  /**
   * Proves the password of somebody who is signed in once more.
   *
   * @throws DomainException {@code wrong_password}, {@code too_many_attempts}, {@code busy}
   */
  void proveAgain(UUID user, UUID signIn, String password) {
    Optional<Credentials> account = accounts.credentials(user);
    try {
      Attempt attempt = throttle.admit(signIn);
      if (!matches(password, account, attempt)) {
        throw new DomainException(AccountCode.WRONG_PASSWORD);
      }
      throttle.succeeded(attempt);
    } catch (DomainException e) {
      tell(user.toString(), account, null, e);
      throw e;
    }
  }

  private boolean matches(String password, Optional<Credentials> account, Attempt attempt) {
    try {
      return passwords.matches(password, account.map(Credentials::passwordHash).orElse(null));
    } catch (DomainException busy) {
      throttle.takeBack(attempt);
      throw busy;
    }
  }

  private Credentials usable(Credentials account, String password) {
    if (!account.enabled()) {
      throw new DomainException(SignInCode.ACCOUNT_DISABLED);
    }
    if (!passwords.isOutdated(account.passwordHash())) {
      return account;
    }
    String hash = passwords.hashAnew(password);
    accounts.rehash(account.user(), hash, account.passwordHash());
    return new Credentials(account.user(), account.username(), hash, true);
  }
}
