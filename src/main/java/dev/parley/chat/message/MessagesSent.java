package dev.parley.chat.message;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * There are new messages in some conversations.
 *
 * @param messages the messages, those of a conversation in their order
 */
public record MessagesSent(Collection<UUID> conversations, List<MessageView> messages) {}
