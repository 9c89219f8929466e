package dev.parley.chat.conversation;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds people's places in conversations; who has none learns nothing of the conversation. */
@ApplicationScoped
public class Memberships {
  static final String FIND =
      """
      select m.id, m.role, m.joined_seq, c.kind, c.open, c.last_seq, c.member_count
      from conversation_member m join conversation c on c.id = m.conversation_id
      where m.conversation_id = ? and m.user_id = ? and m.left_at is null
      """;
  private static final String LOCK = "select id from conversation where id = ? for no key update";

  @Inject private Sql rows;

  /**
   * A current member's place.
   *
   * @throws DomainException {@code not_found} for anybody else, and when there is no conversation
   */
  public Membership require(UUID user, UUID conversation) {
    return find(user, conversation).orElseThrow(() -> new DomainException(CommonCode.NOT_FOUND));
  }

  /**
   * A current member's place, in a conversation that nobody else changes before the transaction
   * ends.
   *
   * @throws DomainException {@code not_found}
   */
  public Membership requireLocked(UUID user, UUID conversation) {
    lock(conversation);
    return require(user, conversation);
  }

  /** Has everybody else who changes the conversation wait; false when there is none. */
  public boolean lock(UUID conversation) {
    return rows.first(LOCK, row -> Sql.id(row, "id"), conversation).isPresent();
  }

  Optional<Membership> find(UUID user, UUID conversation) {
    return rows.first(FIND, row -> membership(row, user, conversation), conversation, user);
  }

  private static Membership membership(ResultSet row, UUID user, UUID conversation)
      throws SQLException {
    return new Membership(
        Sql.id(row, "id"),
        conversation,
        user,
        row.getString("role").equals(MemberRole.OWNER),
        row.getString("kind").equals("direct"),
        row.getBoolean("open"),
        row.getLong("last_seq"),
        row.getLong("joined_seq"),
        row.getInt("member_count"));
  }

  /** The current members of a conversation. */
  public List<UUID> users(UUID conversation) {
    return rows.list(
        "select user_id from conversation_member where conversation_id = ? and left_at is null",
        row -> Sql.id(row, "user_id"),
        conversation);
  }
}
