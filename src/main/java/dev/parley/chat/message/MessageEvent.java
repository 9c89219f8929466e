package dev.parley.chat.message;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What happens to messages. */
public sealed interface MessageEvent {
  /**
   * There are new messages in some conversations.
   *
   * @param messages the messages, those of a conversation in their order
   */
  record MessagesSent(Collection<UUID> conversations, List<MessageView> messages)
      implements MessageEvent {}

  /**
   * A message in a group too large to write it into each member's journal; those who are here may
   * see it at once.
   *
   * @param json the message
   */
  record SentToLargeGroup(Collection<UUID> members, String json) implements MessageEvent {}

  /** A message says something else now; a deleted one says nothing. */
  record MessageRewritten(UUID message) implements MessageEvent {}

  /** A message has been deleted for everybody. */
  record MessageDeleted(UUID message) implements MessageEvent {}

  /** An administrator has deleted a message of somebody else. */
  record DeletedByAdministrator(UUID actor, UUID conversation, UUID message, UUID author)
      implements MessageEvent {}

  /** Somebody named a member of the conversation in a message. */
  record Mentioned(UUID user, UUID message, UUID sender) implements MessageEvent {}

  /** An edit has taken mentions out of a message; these are the users that it still names. */
  record MentionsTakenBack(UUID message, List<UUID> stillNamed) implements MessageEvent {}
}
