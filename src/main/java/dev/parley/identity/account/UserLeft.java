package dev.parley.identity.account;

import java.util.UUID;

/** Somebody has deleted their own account; this was their name. */
public record UserLeft(UUID user, String username) {}
