package dev.parley.consent.connection;

import java.util.UUID;

/** A relation is over, or its receiver quietened it; how says the change. */
public record ConnectionEnded(UUID connection, UUID sender, UUID receiver, Change change) {}
