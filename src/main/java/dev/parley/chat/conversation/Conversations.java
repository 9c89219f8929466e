package dev.parley.chat.conversation;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.problem.ProblemKind;
import dev.parley.base.sql.Sql;
import dev.parley.chat.conversation.ConversationView.DraftView;
import dev.parley.chat.conversation.ConversationView.MemberView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Shows conversations to their members, a whole page in a handful of queries. */
@ApplicationScoped
public class Conversations {
  // Each "offset 0" keeps the planner to one look-up for each conversation that is asked for.
  static final String SEEN =
      """
      select c.id, c.kind, c.title, c.picture_key, c.member_count, c.last_seq, c.open, c.created_at,
        m.read_seq, c.last_seq - m.read_seq - m.skipped as unread, m.pinned, m.muted, m.archived,
        c.version + m.version as version, d.body, d.reply_to, d.updated_at
      from unnest(?) with ordinality as asked (id, place)
      cross join lateral (
        select k.* from conversation_member k
        where k.conversation_id = asked.id and k.user_id = ? and k.left_at is null offset 0) m
      join conversation c on c.id = asked.id
      left join lateral (
        select e.* from draft e
        where e.conversation_id = asked.id and e.user_id = m.user_id offset 0) d on true
      order by asked.place
      """;

  /**
   * The newest activity first. It costs one look-up for each of the viewer's own conversations,
   * however many others there are: keeping the order with each member would cost every message a
   * change of an index for everybody who receives it.
   */
  static final String LISTED =
      """
      select c.id, c.last_activity_at
      from conversation_member m
      cross join lateral (
        select k.id, k.last_activity_at from conversation k where k.id = m.conversation_id offset 0) c
      where m.user_id = ? and m.left_at is null and (c.last_activity_at, c.id) < (?, ?)
      order by c.last_activity_at desc, c.id desc limit ?
      """;

  @Inject private Sql rows;
  @Inject private MemberViews members;
  @Inject private LatestMessages latest;

  /** Where a conversation stands in the list. */
  record ConversationCursor(Instant activity, UUID id) {
    private static final ConversationCursor TOP =
        new ConversationCursor(
            Instant.parse("9999-01-01T00:00:00Z"),
            UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff"));

    static ConversationCursor read(String text) {
      int at = text.indexOf(' ');
      if (at < 0) {
        throw new IllegalArgumentException(text);
      }
      Instant activity = Instant.ofEpochMilli(Long.parseLong(text.substring(0, at)));
      if (activity.isBefore(Instant.EPOCH) || activity.isAfter(TOP.activity())) {
        throw new IllegalArgumentException(text);
      }
      return new ConversationCursor(activity, UUID.fromString(text.substring(at + 1)));
    }

    @Override
    public String toString() {
      return activity.toEpochMilli() + " " + id;
    }
  }

  /** The places of a user's conversations, newest activity first, after a place. */
  List<ConversationCursor> places(UUID viewer, ConversationCursor after, int limit) {
    ConversationCursor from = after == null ? ConversationCursor.TOP : after;
    return rows.list(
        LISTED,
        row -> new ConversationCursor(Sql.instant(row, "last_activity_at"), Sql.id(row, "id")),
        viewer,
        from.activity(),
        from.id(),
        limit);
  }

  /**
   * One conversation.
   *
   * @throws DomainException {@code not_found} for who is not a member
   */
  public ConversationView one(UUID viewer, UUID id) {
    return seenBy(viewer, List.of(id)).stream()
        .findFirst()
        .orElseThrow(() -> new DomainException(CommonCode.NOT_FOUND));
  }

  /** Carries out an act on a conversation; when its state is against that, the refusal shows it. */
  <T> T acting(UUID actor, UUID id, Supplier<T> act) {
    try {
      return act.get();
    } catch (DomainException e) {
      throw e.code().kind() == ProblemKind.CONFLICT ? e.with("current", one(actor, id)) : e;
    }
  }

  /** These conversations in the same order; those the viewer is no member of are left out. */
  public List<ConversationView> seenBy(UUID viewer, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<MemberView>> shown = members.of(viewer, ids);
    Map<UUID, Object> newest = latest.of(viewer, ids);
    return rows.list(SEEN, row -> view(row, shown, newest), ids, viewer);
  }

  private static ConversationView view(
      ResultSet row, Map<UUID, List<MemberView>> members, Map<UUID, Object> newest)
      throws SQLException {
    UUID id = Sql.id(row, "id");
    return new ConversationView(
        id,
        row.getString("kind"),
        row.getString("title"),
        pictureUrl(Sql.id(row, "picture_key")),
        members.getOrDefault(id, List.of()),
        row.getInt("member_count"),
        newest.get(id),
        row.getLong("last_seq"),
        row.getLong("read_seq"),
        row.getLong("unread"),
        row.getBoolean("open"),
        row.getBoolean("pinned"),
        row.getBoolean("muted"),
        row.getBoolean("archived"),
        draft(row),
        Sql.instant(row, "created_at"),
        row.getLong("version"));
  }

  private static String pictureUrl(UUID key) {
    return key == null ? null : "/chat/api/group-pictures/" + key;
  }

  private static DraftView draft(ResultSet row) throws SQLException {
    String body = row.getString("body");
    return body == null
        ? null
        : new DraftView(body, Sql.id(row, "reply_to"), Sql.instant(row, "updated_at"));
  }
}
