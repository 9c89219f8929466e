package dev.parley.chat.conversation;

import java.util.UUID;

/** Somebody has left a conversation, or was removed from it, and sees nothing of it any more. */
public record MembershipEnded(UUID user, UUID conversation) {}
