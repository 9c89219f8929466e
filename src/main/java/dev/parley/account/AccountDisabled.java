package dev.parley.account;

import java.util.UUID;

/** An administrator has disabled an account: whoever uses it is to be out at once. */
public record AccountDisabled(UUID user) {}
