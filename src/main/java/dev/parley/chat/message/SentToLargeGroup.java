package dev.parley.chat.message;

import java.util.Collection;
import java.util.UUID;

/**
 * A message in a group too large to write it into each member's journal; those who are here may see
 * it at once.
 *
 * @param json the message
 */
public record SentToLargeGroup(Collection<UUID> members, String json) {}
