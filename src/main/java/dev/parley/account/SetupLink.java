package dev.parley.account;

import dev.parley.caller.ApplicationReady;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sees at every start that somebody can administer: the configured one, or whoever opens the
 * one-time link in the log.
 */
@ApplicationScoped
public class SetupLink {
  private static final Logger LOG = Logger.getLogger(SetupLink.class.getName());

  @Inject private OneTimeTokenService tokens;
  @Inject private AccountService accounts;
  @Inject private Passwords passwords;

  @Inject
  @ConfigProperty(name = "parley.public-url")
  private String publicUrl;

  @Inject
  @ConfigProperty(name = "parley.tokens.setup")
  private Duration life;

  @Inject
  @ConfigProperty(name = "parley.admin.username")
  private Optional<String> username;

  @Inject
  @ConfigProperty(name = "parley.admin.password")
  private Optional<String> password;

  void begin(@Observes ApplicationReady ready) {
    if (tokens.thereIsAnAdministrator()) {
      return;
    }
    if (username.isPresent() && password.isPresent()) {
      String chosen = PasswordRule.checked(password.get(), Username.fold(username.get()));
      accounts.make(username.get(), null, passwords.hash(chosen), true);
    } else {
      String token = tokens.make(OneTimeTokenService.SETUP, null, life);
      LOG.log(Level.INFO, "Set-up link: {0}/setup?token={1}", new Object[] {publicUrl, token});
    }
  }
}
