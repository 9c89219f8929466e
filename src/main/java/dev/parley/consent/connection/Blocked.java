package dev.parley.consent.connection;

import java.util.UUID;

/** Somebody blocks somebody else from now on. */
public record Blocked(UUID blocker, UUID blocked) {}
