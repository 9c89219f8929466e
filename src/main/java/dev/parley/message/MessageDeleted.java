package dev.parley.message;

import java.util.UUID;

/** A message has been deleted for everybody. */
public record MessageDeleted(UUID message) {}
