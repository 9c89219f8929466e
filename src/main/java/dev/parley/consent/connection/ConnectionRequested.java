package dev.parley.consent.connection;

import java.util.UUID;

/** Somebody asked somebody; quietly, when the receiver is to hear nothing of it. */
public record ConnectionRequested(UUID connection, UUID sender, UUID receiver, boolean quiet) {}
