package dev.parley.chat.conversation;

import dev.parley.base.sql.Sql;
import dev.parley.consent.person.PersonView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The members of conversations, and who may know how far they have read. */
@ApplicationScoped
class MemberRepository {
  static final String OF =
      """
      select m.*, c.member_count, u.read_receipts
      from unnest(?) as asked (id)
      join conversation c on c.id = asked.id
      cross join lateral (
        select k.* from conversation_member k
        where k.conversation_id = asked.id and k.left_at is null order by k.joined_at, k.id limit ?) m
      join users u on u.id = m.user_id
      order by m.joined_at, m.id
      """;

  /** A page of members, read in their order. */
  static final String PAGE =
      """
      select m.*, c.member_count, u.read_receipts
      from conversation_member m
      join conversation c on c.id = m.conversation_id
      join users u on u.id = m.user_id
      where m.conversation_id = ? and m.left_at is null and (m.joined_at, m.id) > (?, ?)
      order by m.joined_at, m.id limit ?
      """;

  private static final String JOINED =
      "select joined_at from conversation_member where id = ? and conversation_id = ?";

  /** Who else may know how far a member has read: their connections among the members. */
  static final String TOLD =
      """
      select m.user_id
      from users me
      join conversation_member m on m.conversation_id = ? and m.user_id <> me.id and m.left_at is null
      join user_connection k on k.status = 'approved'
        and least(k.sender_id, k.receiver_id) = least(m.user_id, me.id)
        and greatest(k.sender_id, k.receiver_id) = greatest(m.user_id, me.id)
      where me.id = ? and me.read_receipts
      """;

  @Inject private Sql rows;

  @Inject
  @ConfigProperty(name = "parley.limits.group-fan-out")
  private int mostShown;

  @Inject
  @ConfigProperty(name = "parley.limits.group-receipts")
  private int mostWithReceipts;

  /** A member with their positions. */
  record Member(
      UUID id,
      UUID conversation,
      UUID user,
      String role,
      long readSeq,
      long deliveredSeq,
      boolean receipts) {}

  /** The longest-standing members of each conversation, as many as are shown. */
  Map<UUID, List<Member>> of(Collection<UUID> conversations) {
    return rows.list(OF, this::member, conversations, mostShown == 0 ? null : mostShown).stream()
        .collect(Collectors.groupingBy(Member::conversation));
  }

  /**
   * The members of a conversation after a membership of it, the longest-standing first; all of them
   * after null or one that is no more.
   */
  List<Member> page(UUID conversation, UUID after, int limit) {
    Instant joined =
        after == null
            ? Instant.EPOCH
            : rows.first(JOINED, row -> Sql.instant(row, "joined_at"), after, conversation)
                .orElse(Instant.EPOCH);
    UUID from = after == null ? new UUID(0, 0) : after;
    return rows.list(PAGE, this::member, conversation, joined, from, limit);
  }

  private Member member(ResultSet row) throws SQLException {
    return new Member(
        Sql.id(row, "id"),
        Sql.id(row, "conversation_id"),
        Sql.id(row, "user_id"),
        row.getString("role"),
        row.getLong("read_seq"),
        row.getLong("delivered_seq"),
        row.getBoolean("read_receipts") && row.getInt("member_count") <= mostWithReceipts());
  }

  /** Whether somebody who sees the member like this may know how far they have read. */
  boolean showsReceipts(Member member, PersonView seen) {
    return member.receipts() && seen.connection().equals("connected");
  }

  /** Who else is to be told how far a member has read; in large conversations nobody. */
  List<UUID> toldOf(Membership reader) {
    return reader.memberCount() > mostWithReceipts()
        ? List.of()
        : rows.list(TOLD, row -> Sql.id(row, "user_id"), reader.conversation(), reader.user());
  }

  /** The size of a conversation up to which its members see each other's positions. */
  int mostWithReceipts() {
    return mostWithReceipts == 0 ? Integer.MAX_VALUE : mostWithReceipts;
  }
}
