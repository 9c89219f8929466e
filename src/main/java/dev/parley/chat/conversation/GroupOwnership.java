package dev.parley.chat.conversation;

import dev.parley.base.problem.DomainException;
import dev.parley.base.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Keeps groups led by somebody who can act: an owner whose account is enabled. */
@ApplicationScoped
class GroupOwnership {
  private static final String OTHERS =
      """
      select 1 from conversation_member m join users u on u.id = m.user_id and u.enabled
      where m.conversation_id = ? and m.user_id <> ? and m.left_at is null
      """;
  private static final String OTHER_OWNERS = OTHERS + " and m.role = 'owner'";

  /** The longest-standing member who can act, where no owner can. */
  private static final String PASS_ON =
      """
      update conversation_member heir set role = 'owner'
      where heir.id = (
          select m.id from conversation_member m join users u on u.id = m.user_id and u.enabled
          where m.conversation_id = ? and m.left_at is null order by m.joined_at, m.id limit 1)
        and not exists (
          select 1 from conversation_member o join users u on u.id = o.user_id and u.enabled
          where o.conversation_id = heir.conversation_id and o.role = 'owner' and o.left_at is null)
      """;

  @Inject private Sql rows;
  @Inject private Audience audience;

  /** Passes a group on that no owner leads; its row is locked by then. */
  void ensure(UUID group) {
    if (rows.change(PASS_ON, group) > 0) {
      rows.change("update conversation set version = version + 1 where id = ?", group);
      audience.conversationChanged(group);
    }
  }

  /**
   * Refuses to have an owner go while somebody stays who is led by nobody else.
   *
   * @throws DomainException {@code last_owner}
   */
  void requireLedWithout(Membership leaving) {
    if (leaving.owner() && there(OTHERS, leaving)) {
      requireOtherOwner(leaving);
    }
  }

  /**
   * Refuses to take the role from the last owner who can act.
   *
   * @throws DomainException {@code last_owner}
   */
  void requireOtherOwner(Membership owner) {
    if (!there(OTHER_OWNERS, owner)) {
      throw new DomainException(ConversationCode.LAST_OWNER);
    }
  }

  private boolean there(String which, Membership beside) {
    return rows.first(which, row -> true, beside.conversation(), beside.user()).isPresent();
  }
}
