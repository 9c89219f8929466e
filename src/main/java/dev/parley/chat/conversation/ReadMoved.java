package dev.parley.chat.conversation;

import java.util.UUID;

/** Somebody has read a conversation up to a message. */
public record ReadMoved(UUID user, UUID conversation, long seq) {}
