package dev.parley.chat.conversation;

import dev.parley.consent.person.PersonView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A conversation as one of its members sees it.
 *
 * @param pictureUrl where the group's picture is served, or null
 * @param members at most as many as the journals tell of each message; {@code memberCount} says all
 * @param lastMessage the newest message that the viewer may see, or null
 * @param draft what the viewer has begun to write, or null
 * @param version changes with everything but messages and markers, which have events of their own
 */
public record ConversationView(
    UUID id,
    String kind,
    String title,
    String pictureUrl,
    List<MemberView> members,
    int memberCount,
    Object lastMessage,
    long lastSeq,
    long readSeq,
    long unreadCount,
    boolean canSend,
    boolean pinned,
    boolean muted,
    boolean archived,
    DraftView draft,
    Instant createdAt,
    long version) {

  /**
   * A member as another one sees them.
   *
   * @param readSeq how far they have read; null when the viewer is not to know
   * @param deliveredSeq how far their devices have got; null when the viewer is not to know
   */
  public record MemberView(PersonView user, String role, Long readSeq, Long deliveredSeq) {}

  /** A message that its author has begun, kept for all their devices. */
  public record DraftView(String body, UUID replyTo, Instant updatedAt) {}
}
