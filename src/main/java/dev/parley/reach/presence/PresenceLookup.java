package dev.parley.reach.presence;

import dev.parley.consent.person.PresenceView;
import dev.parley.consent.person.Presences;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Says who is here: from their leases, and of those who have none from what was kept. */
@ApplicationScoped
public class PresenceLookup implements Presences {
  @Inject private Leases leases;
  @Inject private LastSeen lastSeen;
  @Inject private Clock clock;

  /** How many live sessions somebody has open. */
  public int liveSessions(UUID user) {
    return (int) leases.of(user).leases().stream().filter(Lease::lasts).count();
  }

  /** Whether a live session says now that somebody is at it, whatever they show to others. */
  public boolean isHere(UUID user) {
    return leases.of(user).isHere();
  }

  @Override
  public Map<UUID, PresenceView> of(Collection<UUID> people) {
    Instant now = clock.instant();
    Map<UUID, PresenceView> found = new HashMap<>();
    List<UUID> elsewhere = new ArrayList<>();
    for (UUID person : people) {
      UserLeases held = leases.of(person);
      if (held.leases().isEmpty()) {
        elsewhere.add(person);
      } else {
        found.put(person, new PresenceView(held.state(now).word(), held.lastSeen(now)));
      }
    }
    Map<UUID, Instant> kept = lastSeen.of(elsewhere);
    elsewhere.forEach(
        person ->
            found.put(person, new PresenceView(PresenceState.OFFLINE.word(), kept.get(person))));
    return found;
  }
}
