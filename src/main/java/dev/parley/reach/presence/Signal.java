package dev.parley.reach.presence;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Something live for these people that is not kept: who is not there to hear it goes without. */
public record Signal(Set<UUID> hearers, String name, Object data) {

  /** Somebody is writing in a conversation. */
  public record Writing(UUID conversation, String username) {}

  /** Somebody is here, or is not any more. */
  public record Here(String username, String state, Instant lastSeen) {}
}
