package dev.parley.chat.message;

import java.util.UUID;

/** A message says something else now; a deleted one says nothing. */
public record MessageRewritten(UUID message) {}
