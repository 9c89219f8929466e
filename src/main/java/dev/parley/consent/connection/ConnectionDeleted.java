package dev.parley.consent.connection;

import java.util.UUID;

/** An administrator has deleted the record of a relation. */
public record ConnectionDeleted(UUID connection) {}
