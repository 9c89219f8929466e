package dev.parley.chat.conversation;

import dev.parley.base.sql.Sql;
import dev.parley.identity.account.AccountEvent.AccountDisabled;
import dev.parley.identity.account.AccountEvent.AccountEnabled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Closes the direct conversations of an account that is disabled, opens them again with it, and has
 * groups led by members who can act, in the transaction of the administrator's decision.
 */
@ApplicationScoped
class DisabledMembers {
  private static final String THEIRS =
      " id in (select conversation_id from conversation_member where user_id = ? and left_at is null)";
  // All at once and in one order, as everybody locks conversations.
  private static final String LOCK =
      "select id from conversation where" + THEIRS + " order by id for no key update";
  private static final String GROUPS =
      "select id from conversation where kind = 'group' and" + THEIRS + " order by id";
  private static final String CLOSE =
      "update conversation set open = false, version = version + 1 where kind = 'direct' and open and"
          + THEIRS
          + " returning id";
  private static final String OPEN =
      """
      update conversation c set open = true, version = version + 1
      where kind = 'direct' and not open and%s
        and exists (select 1 from user_connection k where k.status = 'approved'
          and least(k.sender_id, k.receiver_id) = c.user_low
          and greatest(k.sender_id, k.receiver_id) = c.user_high)
        and not exists (select 1 from users u where u.id in (c.user_low, c.user_high) and not u.enabled)
      returning id
      """
          .formatted(THEIRS);

  @Inject private Sql rows;
  @Inject private GroupOwnership ownership;
  @Inject private Audience audience;

  void disabled(@Observes AccountDisabled fact) {
    change(fact.user(), CLOSE);
  }

  void enabled(@Observes AccountEnabled fact) {
    change(fact.user(), OPEN);
  }

  private void change(UUID user, String directs) {
    rows.list(LOCK, row -> Sql.id(row, "id"), user);
    rows.list(directs, row -> Sql.id(row, "id"), user).forEach(audience::conversationChanged);
    rows.list(GROUPS, row -> Sql.id(row, "id"), user).forEach(ownership::ensure);
  }
}
