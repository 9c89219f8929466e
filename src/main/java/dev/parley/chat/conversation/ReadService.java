package dev.parley.chat.conversation;

import dev.parley.base.journal.Journal;
import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.sql.Sql;
import dev.parley.chat.conversation.ConversationEvent.ReadMoved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Moves read and delivered markers, never back and never past the end. */
@ApplicationScoped
@Transactional
public class ReadService {
  private static final String LOCK =
      "select id, read_seq, delivered_seq, skipped, joined_seq from conversation_member"
          + " where conversation_id = ? and user_id = ? and left_at is null for no key update";
  private static final String LAST = "select last_seq from conversation where id = ?";

  /** What is never unread, in a stretch of a conversation. */
  static final String COUNT_SKIPPED =
      "select count(*) from message where conversation_id = ? and seq > ? and seq <= ?"
          + " and (sender_id = ? or deleted_at is not null)";

  private static final String MOVE =
      "update conversation_member set read_seq = ?, delivered_seq = greatest(delivered_seq, ?), skipped = ?"
          + " where id = ?";

  @Inject private Sql rows;
  @Inject private Memberships memberships;
  @Inject private MemberRepository members;
  @Inject private Journal journal;
  @Inject private Event<ReadMoved> readMoved;

  /** How far a member has read, and what is left. */
  public record ReadState(UUID conversation, long readSeq, long unreadCount) {}

  private record Marker(UUID id, long read, long delivered, long skipped) {
    static Marker of(ResultSet row) throws SQLException {
      return new Marker(
          Sql.id(row, "id"),
          row.getLong("read_seq"),
          row.getLong("delivered_seq"),
          row.getLong("skipped"));
    }
  }

  /** The member has read up to a message. */
  public ReadState read(UUID user, UUID conversation, long seq) {
    Membership member = memberships.require(user, conversation);
    // The marker's row first, then the rest as it is under that lock: a message, a deletion or
    // another device's reading either is seen here or sees this.
    Marker marker = locked(member);
    long last = last(conversation);
    long to = Math.min(seq, last);
    if (to <= marker.read()) {
      return new ReadState(conversation, marker.read(), last - marker.read() - marker.skipped());
    }
    long skipped = skippedAfter(member, marker, to, last);
    rows.change(MOVE, to, to, skipped, marker.id());
    tell(member, "read.moved");
    if (marker.delivered() < to) {
      tell(member, "delivered.moved");
    }
    readMoved.fire(new ReadMoved(user, conversation, to));
    return new ReadState(conversation, to, last - to - skipped);
  }

  private Marker locked(Membership member) {
    return rows.first(LOCK, Marker::of, member.conversation(), member.user())
        .orElseThrow(() -> new DomainException(CommonCode.NOT_FOUND));
  }

  private long last(UUID conversation) {
    return rows.first(LAST, row -> row.getLong(1), conversation).orElse(0L);
  }

  /** Counts in the shorter of the two stretches, what was read now or what is left. */
  private long skippedAfter(Membership member, Marker marker, long to, long last) {
    if (to == last) {
      return 0;
    }
    return to - marker.read() <= last - to
        ? marker.skipped() - skipped(member, marker.read(), to)
        : skipped(member, to, last);
  }

  private long skipped(Membership member, long after, long upTo) {
    return rows.first(
            COUNT_SKIPPED, row -> row.getLong(1), member.conversation(), after, upTo, member.user())
        .orElse(0L);
  }

  /** One of the member's devices has a message. */
  public void delivered(UUID user, UUID conversation, long seq) {
    Membership member = memberships.require(user, conversation);
    Marker marker = locked(member);
    long to = Math.min(seq, last(conversation));
    if (to > marker.delivered()) {
      rows.change("update conversation_member set delivered_seq = ? where id = ?", to, marker.id());
      tell(member, "delivered.moved");
    }
  }

  private void tell(Membership reader, String event) {
    journal.append(reader.user(), event, reader.id());
    members.toldOf(reader).forEach(other -> journal.append(other, event, reader.id()));
  }
}
