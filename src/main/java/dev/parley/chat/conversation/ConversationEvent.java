package dev.parley.chat.conversation;

import java.util.UUID;

/** What happens in conversations besides messages. */
public sealed interface ConversationEvent {
  /** Somebody has read a conversation up to a message. */
  record ReadMoved(UUID user, UUID conversation, long seq) implements ConversationEvent {}

  /** Somebody has left a conversation, or was removed from it, and sees nothing of it any more. */
  record MembershipEnded(UUID user, UUID conversation) implements ConversationEvent {}
}
