package dev.parley.reach.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Where the leases of live sessions are kept. */
interface Leases {

  /** A session begins; what is said of it before or after its life does nothing. */
  void begin(UUID user, UUID session);

  void say(UUID user, UUID session, boolean away);

  /** A session is over; its lease runs on for the grace, counted from its last sign of life. */
  void end(UUID user, UUID session, Instant seen, Duration grace);

  /** Everything that holds for a person, and what has run out and was not forgotten yet. */
  UserLeases of(UUID user);

  /** Forgets what has run out. */
  void forget(UUID user, Instant now);

  /** Those with any lease. */
  Set<UUID> holders();
}
