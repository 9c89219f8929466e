package dev.parley.message;

import dev.parley.problem.DomainException;
import java.util.UUID;

/**
 * A message that somebody wants to send.
 *
 * @param clientId chosen by the sender: the same one again is the same message
 * @param replyTo the message it answers, or null
 */
public record Outgoing(UUID sender, UUID conversation, String clientId, String body, UUID replyTo) {
  private static final int CLIENT_ID_LENGTH = 64;

  /**
   * Reads the parts of a message as a client gives them.
   *
   * @throws DomainException see {@link MessageCode}
   */
  static Outgoing checked(
      UUID sender, UUID conversation, String clientId, String body, String replyTo, int longest) {
    if (clientId == null
        || clientId.isEmpty()
        || clientId.length() > CLIENT_ID_LENGTH
        || !clientId.chars().allMatch(Outgoing::isPlain)) {
      throw new DomainException(MessageCode.INVALID_CLIENT_ID);
    }
    return new Outgoing(
        sender, conversation, clientId, Body.checked(body, longest), reply(replyTo));
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
