package dev.parley.chat.conversation;

import dev.parley.base.journal.EventView;
import dev.parley.base.journal.StoredEvent;
import dev.parley.base.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** How comings, goings and markers of members show themselves to the other members. */
public final class MemberEvents {
  private MemberEvents() {}

  /** A member as an event tells of them. */
  public record MemberNews(UUID conversation, String username, String role) {}

  /** How far somebody else has got. */
  public record Position(UUID conversation, String username, long seq) {}

  /**
   * How far the viewer themself has got, with what is left: what a device needs to be right without
   * counting.
   */
  public record OwnPosition(
      UUID conversation, String username, long seq, long lastSeq, long unreadCount) {}

  /** A member in events, and whether the viewer may know of their positions. */
  private record Subject(
      UUID id,
      UUID conversation,
      String username,
      String role,
      boolean own,
      boolean gone,
      boolean told,
      long readSeq,
      long deliveredSeq,
      long lastSeq,
      long unread) {

    Object read() {
      return own
          ? new OwnPosition(conversation, username, readSeq, lastSeq, unread)
          : new Position(conversation, username, readSeq);
    }
  }

  /** Looks members up for a viewer who is in their conversation, or is the member. */
  @ApplicationScoped
  static class Subjects {
    private static final String FIND =
        """
        select m.id, m.conversation_id, u.username, m.role, m.user_id = ? as own,
          m.left_at is not null as gone, m.read_seq, m.delivered_seq,
          c.last_seq, c.last_seq - m.read_seq - m.skipped as unread,
          m.user_id = me.user_id or u.read_receipts and c.member_count <= ? and exists (
            select 1 from user_connection k where k.status = 'approved'
              and least(k.sender_id, k.receiver_id) = least(m.user_id, me.user_id)
              and greatest(k.sender_id, k.receiver_id) = greatest(m.user_id, me.user_id)) as told
        from conversation_member m
        join conversation c on c.id = m.conversation_id
        join users u on u.id = m.user_id
        join conversation_member me on me.conversation_id = m.conversation_id and me.user_id = ?
        where m.id = any (?) and (me.left_at is null or me.id = m.id)
        """;

    @Inject private Sql rows;
    @Inject private MemberRepository members;

    Map<UUID, Object> show(
        UUID viewer,
        List<StoredEvent> events,
        Predicate<Subject> visible,
        Function<Subject, Object> form) {
      Collection<UUID> ids = events.stream().map(StoredEvent::subject).distinct().toList();
      Map<UUID, Object> shown = new HashMap<>();
      rows.list(FIND, Subjects::subject, viewer, members.mostWithReceipts(), viewer, ids).stream()
          .filter(visible)
          .forEach(subject -> shown.put(subject.id(), form.apply(subject)));
      return shown;
    }

    private static Subject subject(ResultSet row) throws SQLException {
      return new Subject(
          Sql.id(row, "id"),
          Sql.id(row, "conversation_id"),
          row.getString("username"),
          row.getString("role"),
          row.getBoolean("own"),
          row.getBoolean("gone"),
          row.getBoolean("told"),
          row.getLong("read_seq"),
          row.getLong("delivered_seq"),
          row.getLong("last_seq"),
          row.getLong("unread"));
    }
  }

  /** Who came and who went. */
  @ApplicationScoped
  static class ComingAndGoing implements EventView {
    @Inject private Subjects subjects;

    @Override
    public Set<String> types() {
      return Set.of("member.added", "member.removed");
    }

    @Override
    public Map<UUID, Object> show(UUID viewer, List<StoredEvent> events) {
      return subjects.show(
          viewer,
          events,
          subject -> true,
          subject -> new MemberNews(subject.conversation(), subject.username(), subject.role()));
    }
  }

  /** How far people have read. */
  @ApplicationScoped
  static class ReadEvents implements EventView {
    @Inject private Subjects subjects;

    @Override
    public Set<String> types() {
      return Set.of("read.moved");
    }

    @Override
    public Map<UUID, Object> show(UUID viewer, List<StoredEvent> events) {
      return subjects.show(
          viewer, events, subject -> subject.told() && !subject.gone(), Subject::read);
    }
  }

  /** How far people's devices have got. */
  @ApplicationScoped
  static class DeliveredEvents implements EventView {
    @Inject private Subjects subjects;

    @Override
    public Set<String> types() {
      return Set.of("delivered.moved");
    }

    @Override
    public Map<UUID, Object> show(UUID viewer, List<StoredEvent> events) {
      return subjects.show(
          viewer,
          events,
          subject -> subject.told() && !subject.gone(),
          subject ->
              new Position(subject.conversation(), subject.username(), subject.deliveredSeq()));
    }
  }
}
