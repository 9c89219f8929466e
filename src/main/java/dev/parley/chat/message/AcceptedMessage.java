package dev.parley.chat.message;

import java.util.List;
import java.util.UUID;

/** A message that is about to be written, also as JSON. */
record AcceptedMessage(UUID sender, MessageView message, List<UUID> mentioned, String json) {}
