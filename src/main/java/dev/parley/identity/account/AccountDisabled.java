package dev.parley.identity.account;

import java.util.UUID;

/** An administrator has disabled an account: its devices are out at once, to others it is away. */
public record AccountDisabled(UUID user) {}
