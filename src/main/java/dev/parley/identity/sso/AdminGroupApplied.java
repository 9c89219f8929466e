package dev.parley.identity.sso;

import java.util.UUID;

/** A provider's group has made a user an administrator, or no longer does. */
public record AdminGroupApplied(UUID user, String provider, boolean admin) {}
