package dev.parley.connection;

import java.util.UUID;

/** An administrator has deleted the record of a relation. */
public record ConnectionDeleted(UUID connection) {}
