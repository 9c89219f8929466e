package dev.parley.identity.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A user's own record. */
public record OwnUser(
    UUID id,
    String username,
    String displayName,
    String avatarUrl,
    String statusText,
    String connection,
    int mutualCount,
    List<String> roles,
    Instant createdAt,
    boolean hasPassword,
    long version) {}
