package dev.parley.chat.message;

import java.util.List;
import java.util.UUID;

/** An edit has taken mentions out of a message; these are the users whom it still names. */
public record MentionsTakenBack(UUID message, List<UUID> stillNamed) {}
