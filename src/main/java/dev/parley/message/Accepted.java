package dev.parley.message;

import java.util.UUID;

/** A message that is about to be written, also as JSON. */
record Accepted(UUID sender, MessageView message, String json) {}
