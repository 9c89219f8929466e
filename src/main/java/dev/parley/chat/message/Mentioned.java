package dev.parley.chat.message;

import java.util.UUID;

/** Somebody named a member of the conversation in a message. */
public record Mentioned(UUID user, UUID message, UUID sender) {}
