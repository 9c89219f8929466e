package dev.parley.chat.conversation;

import dev.parley.base.problem.DomainException;
import java.util.UUID;

/**
 * A user's place in a conversation, and the conversation as they find it.
 *
 * @param id the membership's own id, which events about the member refer to
 * @param joinedSeq messages up to and including this one are not theirs to see
 */
public record Membership(
    UUID id,
    UUID conversation,
    UUID user,
    boolean owner,
    boolean direct,
    boolean open,
    long lastSeq,
    long joinedSeq,
    int memberCount) {

  /**
   * Refuses to write into a closed conversation.
   *
   * @throws DomainException {@code not_connected}
   */
  public Membership requireOpen() {
    if (!open) {
      throw new DomainException(ConversationCode.NOT_CONNECTED);
    }
    return this;
  }

  Membership requireGroup() {
    if (direct) {
      throw new DomainException(ConversationCode.NOT_A_GROUP);
    }
    return this;
  }

  Membership requireOwner() {
    if (!owner) {
      throw new DomainException(ConversationCode.NOT_AN_OWNER);
    }
    return this;
  }
}
