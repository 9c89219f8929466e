package dev.parley.consent.connection;

import dev.parley.identity.account.Profile;
import java.time.Instant;
import java.util.UUID;

/**
 * A relation as administrators see it.
 *
 * @param quiet whether its receiver has put it aside, which its sender does not know
 */
public record RelationRecord(
    UUID id,
    Side sender,
    Side receiver,
    String status,
    boolean quiet,
    String note,
    Instant createdAt,
    Instant updatedAt,
    Instant expiresAt,
    long version) {

  /** One of its two people. */
  public record Side(UUID id, String username, String displayName, String avatarUrl) {
    static Side of(Profile profile) {
      return new Side(profile.id(), profile.username(), profile.displayName(), profile.avatarUrl());
    }
  }
}
