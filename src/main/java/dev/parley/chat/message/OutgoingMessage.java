package dev.parley.chat.message;

import dev.parley.base.problem.DomainException;
import java.util.List;
import java.util.UUID;

/**
 * A message that somebody wants to send.
 *
 * @param clientId chosen by the sender: the same one again is the same message
 * @param body may be empty only with attachments
 * @param mentions where the body may mention somebody
 * @param replyTo the message it answers, or null
 * @param attachments uploads of the sender's that no message has
 */
public record OutgoingMessage(
    UUID sender,
    UUID conversation,
    String clientId,
    String body,
    MentionCandidates mentions,
    UUID replyTo,
    List<UUID> attachments) {
  private static final int CLIENT_ID_LENGTH = 64;

  /**
   * Reads the parts of a message as a client gives them.
   *
   * @throws DomainException see {@link MessageCode}
   */
  static OutgoingMessage checked(
      UUID sender,
      UUID conversation,
      String clientId,
      String body,
      String replyTo,
      List<UUID> attachments,
      int longest) {
    if (clientId == null
        || clientId.isEmpty()
        || clientId.length() > CLIENT_ID_LENGTH
        || !clientId.chars().allMatch(OutgoingMessage::isPlain)) {
      throw new DomainException(MessageCode.INVALID_CLIENT_ID);
    }
    String text = MessageBody.checked(body, longest, !attachments.isEmpty());
    return new OutgoingMessage(
        sender,
        conversation,
        clientId,
        text,
        MentionCandidates.of(text),
        reply(replyTo),
        attachments);
  }

  private static boolean isPlain(int character) {
    return character > ' ' && character < 0x7f;
  }

  private static UUID reply(String id) {
    try {
      return id == null ? null : UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new DomainException(MessageCode.INVALID_REPLY_TO);
    }
  }
}
