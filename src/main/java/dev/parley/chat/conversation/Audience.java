package dev.parley.chat.conversation;

import dev.parley.base.journal.Journal;
import dev.parley.base.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes what changed in a conversation into the journals of those it concerns.
 *
 * <p>Above the fan-out limit a change is noted once, and what was noted goes into the journals
 * together a little later: of new messages the newest one only, by which a client that finds a gap
 * in their seq knows to read the range.
 */
@ApplicationScoped
public class Audience {
  static final String SHARED_GROUPS =
      """
      select one.conversation_id as id
      from conversation_member one
      join conversation_member other on other.conversation_id = one.conversation_id
      join conversation c on c.id = one.conversation_id and c.kind = 'group'
      where one.user_id = ? and other.user_id = ? and one.left_at is null and other.left_at is null
      """;
  private static final String NOTE =
      """
      insert into conversation_news (conversation_id, type, slot, subject, noted_at) values (?, ?, ?, ?, ?)
      on conflict (conversation_id, type, slot) do update set subject = excluded.subject
      """;

  @Inject private Sql rows;
  @Inject private Memberships memberships;
  @Inject private Journal journal;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "parley.limits.group-fan-out")
  private int fanOut;

  /** The size of a conversation up to which each change goes into each member's journal at once. */
  public int largestToldEach() {
    return fanOut == 0 ? Integer.MAX_VALUE : fanOut;
  }

  /** Tells every current member. */
  public void tell(UUID conversation, String event, UUID subject) {
    int size =
        rows.first(
                "select member_count from conversation where id = ?",
                row -> row.getInt(1),
                conversation)
            .orElse(0);
    tell(
        conversation,
        size > largestToldEach() ? null : memberships.users(conversation),
        event,
        subject,
        null);
  }

  /**
   * Tells every current member, as the caller knows them.
   *
   * @param members null when they are more than are told each change
   * @param data what the event shows to each of them alike, as JSON; null when that differs
   */
  public void tell(
      UUID conversation, Collection<UUID> members, String event, UUID subject, String data) {
    if (members == null) {
      UUID slot = event.equals("message.sent") ? conversation : subject;
      rows.change(NOTE, conversation, event, slot, subject, clock.instant());
    } else {
      members.forEach(user -> journal.append(user, event, subject, data));
    }
  }

  /** Tells the current members that the conversation itself is another one. */
  void conversationChanged(UUID conversation) {
    tell(conversation, "conversation.updated", conversation);
  }

  /** Tells members that less is unread for them than they thought. */
  public void tellUnread(UUID conversation, Collection<UUID> members) {
    tell(
        conversation,
        members.size() > largestToldEach() ? null : members,
        "conversation.updated",
        conversation,
        null);
  }

  /** Tells two people that they see each other otherwise now in the groups that both are in. */
  void sharedGroupsChanged(UUID one, UUID other) {
    for (UUID group : rows.list(SHARED_GROUPS, row -> Sql.id(row, "id"), one, other)) {
      journal.append(one, "conversation.updated", group);
      journal.append(other, "conversation.updated", group);
    }
  }
}
