package dev.parley.chat.conversation;

import dev.parley.base.journal.Journal;
import dev.parley.base.sql.Sql;
import dev.parley.identity.account.AccountEvent.SettingsChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Tells those who see how far somebody has read that they see it no longer, or see it again, when
 * that one chooses otherwise.
 */
@ApplicationScoped
public class ReceiptChoice {
  /** Their connections among the other members, in conversations small enough for receipts. */
  static final String CONCERNED =
      """
      select other.user_id, other.conversation_id
      from conversation_member me
      join conversation c on c.id = me.conversation_id and c.member_count <= ?
      join conversation_member other on other.conversation_id = me.conversation_id
        and other.user_id <> me.user_id and other.left_at is null
      join user_connection k on k.status = 'approved'
        and least(k.sender_id, k.receiver_id) = least(other.user_id, me.user_id)
        and greatest(k.sender_id, k.receiver_id) = greatest(other.user_id, me.user_id)
      where me.user_id = ? and me.left_at is null
      """;

  @Inject private Sql rows;
  @Inject private MemberRepository members;
  @Inject private Journal journal;

  private record Told(UUID user, UUID conversation) {
    static Told read(ResultSet row) throws SQLException {
      return new Told(Sql.id(row, "user_id"), Sql.id(row, "conversation_id"));
    }
  }

  void chosen(@Observes SettingsChanged fact) {
    if (fact.switchesReceipts()) {
      rows.list(CONCERNED, Told::read, members.mostWithReceipts(), fact.user())
          .forEach(
              told -> journal.append(told.user(), "conversation.updated", told.conversation()));
    }
  }
}
