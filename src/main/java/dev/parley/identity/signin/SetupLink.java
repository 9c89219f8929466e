package dev.parley.identity.signin;

import dev.parley.base.problem.DomainException;
import dev.parley.base.request.ApplicationReady;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sees at every start that somebody can administer: the configured user, or the one who opens the
 * one-time link in the log.
 */
@ApplicationScoped
public class SetupLink {
  private static final Logger LOG = Logger.getLogger(SetupLink.class.getName());

  @Inject private SetupService setup;

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
    if (username.isPresent() && password.isPresent()) {
      makeConfigured();
    } else {
      setup
          .token(life)
          .map(this::link)
          .ifPresent(link -> LOG.log(Level.INFO, "Set-up link: {0}", link));
    }
  }

  private void makeConfigured() {
    try {
      setup.configured(username.get(), password.get());
    } catch (DomainException e) {
      throw new IllegalStateException(
          "The first administrator of parley.admin.username and parley.admin.password cannot be made: "
              + e.getMessage());
    }
  }

  /** Where the first administrator is made with this token. */
  String link(String token) {
    return publicUrl + "/setup?token=" + token;
  }
}
