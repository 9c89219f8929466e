package dev.parley.identity.account;

import java.util.UUID;

/** What a user may do has changed: an account was disabled or enabled, a role given or taken. */
public record PermissionsChanged(UUID user) {}
