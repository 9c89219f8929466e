package dev.parley.chat.message;

import java.util.UUID;

/** An administrator has deleted a message of somebody else. */
public record DeletedByAdministrator(UUID actor, UUID conversation, UUID message, UUID author) {}
