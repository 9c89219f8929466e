package dev.parley.consent.person;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Knows who is here; the chapter that watches live sessions answers. */
public interface Presences {

  /** Whether these people are here, all of them at once; what they want shown is not asked. */
  Map<UUID, PresenceView> of(Collection<UUID> people);
}
