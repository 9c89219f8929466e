package dev.parley.reach.webpush;

import dev.parley.base.config.AllowedOrigins;
import dev.parley.base.problem.DomainException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether this server pushes, in whose name, and by which services. */
@ApplicationScoped
public class PushSettings {
  @Inject
  @ConfigProperty(name = "parley.push.subject")
  private Optional<String> subject;

  @Inject
  @ConfigProperty(name = "parley.push.services")
  private String listed;

  private AllowedOrigins services;

  @PostConstruct
  void read() {
    services = AllowedOrigins.of(listed);
  }

  boolean areOn() {
    return subject.filter(name -> !name.isBlank()).isPresent();
  }

  /**
   * Refuses what needs web push on a server that has none.
   *
   * @throws DomainException {@code push_not_configured}
   */
  void requireOn() {
    if (!areOn()) {
      throw new DomainException(PushCode.PUSH_NOT_CONFIGURED);
    }
  }

  /** The operator's contact for push services, a mail address or a page. */
  String subject() {
    return subject.orElseThrow();
  }

  AllowedOrigins services() {
    return services;
  }
}
