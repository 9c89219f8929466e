package dev.parley.identity.account;

import java.util.UUID;

/** Somebody has made an account for themselves, or was named the first administrator. */
public record UserRegistered(UUID user, String username, boolean admin) {}
