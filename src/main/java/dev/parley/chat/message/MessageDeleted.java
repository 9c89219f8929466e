package dev.parley.chat.message;

import java.util.UUID;

/** A message has been deleted for everybody. */
public record MessageDeleted(UUID message) {}
