package dev.parley.identity.account;

import java.time.Instant;
import java.util.UUID;

/**
 * An account as administrators see it.
 *
 * @param disabledReason null unless it is disabled and somebody said why
 * @param lastSignInAt null before the first one
 */
public record AccountRecord(
    UUID id,
    String username,
    String displayName,
    String avatarUrl,
    boolean admin,
    boolean enabled,
    String disabledReason,
    Instant createdAt,
    Instant lastSignInAt,
    long version) {}
