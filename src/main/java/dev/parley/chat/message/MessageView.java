package dev.parley.chat.message;

import dev.parley.chat.attachment.AttachmentView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A message as a member of its conversation sees it.
 *
 * @param sender a username; of an account that was deleted it is one that names nobody
 * @param body verbatim; empty in a deleted message
 * @param mentions the present usernames of the members that it mentions; deleted accounts are left
 *     out
 * @param attachments what is attached to it
 */
public record MessageView(
    UUID id,
    UUID conversation,
    long seq,
    String sender,
    String clientId,
    String body,
    UUID replyTo,
    List<String> mentions,
    List<AttachmentView> attachments,
    List<Reaction> reactions,
    Instant createdAt,
    Instant editedAt,
    Instant deletedAt,
    long version) {

  /** An emoji that people have reacted with. */
  public record Reaction(String emoji, long count, boolean mine) {}
}
