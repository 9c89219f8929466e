package dev.parley.reach.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes note of live sessions: that they begin, what they say, and that they are over. */
@ApplicationScoped
public class PresenceTracker {
  @Inject private Leases leases;
  @Inject private PendingPresence agenda;

  @Inject
  @ConfigProperty(name = "parley.presence.grace")
  private Duration grace;

  /** A session has begun; its user is here. */
  public void begins(UUID user, UUID session) {
    leases.begin(user, session);
    agenda.lookAt(user);
  }

  /** A session's client says whether the user is at it. */
  public void says(UUID user, UUID session, boolean away) {
    leases.say(user, session, away);
    agenda.lookAt(user);
  }

  /**
   * A session is over.
   *
   * @param seen its last sign of life
   */
  public void ends(UUID user, UUID session, Instant seen) {
    leases.end(user, session, seen, grace);
    agenda.lookAt(user);
  }

  /** A client begins to listen and is to be told who is here. */
  public void listens(UUID user) {
    agenda.greet(user);
  }
}
