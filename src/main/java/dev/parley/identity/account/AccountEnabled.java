package dev.parley.identity.account;

import java.util.UUID;

/** An administrator has enabled an account again: to others all is as it was before. */
public record AccountEnabled(UUID user) {}
