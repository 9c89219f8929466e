package dev.parley.account;

import dev.parley.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** What one-time links do: make the first administrator, set a new password. */
@ApplicationScoped
@Transactional
public class SetupService {
  @Inject private OneTimeTokenService tokens;
  @Inject private AccountService accounts;

  /** Makes the first administrator with the one-time link. */
  public OwnUser firstAdministrator(String token, String username, String hash) {
    tokens.use(OneTimeTokenService.SETUP, token);
    if (tokens.thereIsAnAdministrator()) {
      throw new DomainException(AccountCode.LINK_USED);
    }
    return accounts.make(username, null, hash, true);
  }

  /** Sets a new password with the one-time link; all sign-ins end. */
  public void resetPassword(String token, String hash) {
    Optional<UUID> user = tokens.use(OneTimeTokenService.PASSWORD_RESET, token);
    accounts.changePassword(
        user.orElseThrow(() -> new DomainException(AccountCode.LINK_USED)), hash, null);
  }
}
