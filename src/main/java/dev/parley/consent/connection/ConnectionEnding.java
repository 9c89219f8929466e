package dev.parley.consent.connection;

import java.util.UUID;

/**
 * A mutual connection is about to end: what stands upon it stops before the end gets its time, so
 * that nothing bears a later one.
 */
public record ConnectionEnding(UUID sender, UUID receiver) {}
