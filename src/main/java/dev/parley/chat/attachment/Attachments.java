package dev.parley.chat.attachment;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Gives attachments to messages, and shows them to those who see the message. */
@ApplicationScoped
public class Attachments {
  private static final String COLUMNS = "id, owner_id, name, media_type, size, width, height";
  private static final String AVAILABLE =
      "select "
          + COLUMNS
          + " from attachment where id = any (?) and message_id is null and removed_at is null"
          + " order by id for update";
  private static final String BIND =
      """
      update attachment a set conversation_id = b.conversation, message_id = b.message, seq = b.seq, place = b.place
      from unnest(?, ?, ?, ?, ?) as b (id, conversation, message, seq, place) where a.id = b.id
      """;
  static final String OF_MESSAGES =
      "select message_id, "
          + COLUMNS
          + " from attachment where message_id = any (?) and removed_at is null order by message_id, place";
  static final String VISIBLE =
      "select "
          + COLUMNS
          + """
           from attachment a where a.id = ? and a.removed_at is null and (
            a.message_id is null and a.owner_id = ? or exists (
              select 1 from conversation_member m where m.conversation_id = a.conversation_id
                and m.user_id = ? and m.left_at is null and m.joined_seq < a.seq))
          """;

  @Inject private Sql rows;
  @Inject private Clock clock;

  /** An attachment that no message has yet. */
  public record Available(UUID owner, AttachmentView attachment) {}

  /** That an attachment goes with a message, as the so-manieth of it. */
  public record Binding(UUID attachment, UUID conversation, UUID message, long seq, long place) {}

  private record OfMessage(UUID message, AttachmentView attachment) {}

  /** Those of these that no message has, kept from others to the end of the transaction. */
  public Map<UUID, Available> available(Collection<UUID> ids) {
    Map<UUID, Available> available = new HashMap<>();
    if (!ids.isEmpty()) {
      rows.list(AVAILABLE, row -> new Available(Sql.id(row, "owner_id"), view(row)), ids)
          .forEach(one -> available.put(one.attachment().id(), one));
    }
    return available;
  }

  /** Gives attachments to messages that are written in the same transaction. */
  public void bind(List<Binding> bindings) {
    rows.change(
        BIND,
        bindings.stream().map(Binding::attachment).toList(),
        bindings.stream().map(Binding::conversation).toList(),
        bindings.stream().map(Binding::message).toList(),
        Sql.numbers(bindings.stream().map(Binding::seq).toList()),
        Sql.numbers(bindings.stream().map(Binding::place).toList()));
  }

  /** What is attached to messages, which the caller knows to be visible, in order. */
  public Map<UUID, List<AttachmentView>> ofMessages(Collection<UUID> messages) {
    return rows
        .list(OF_MESSAGES, row -> new OfMessage(Sql.id(row, "message_id"), view(row)), messages)
        .stream()
        .collect(
            Collectors.groupingBy(
                OfMessage::message,
                Collectors.mapping(OfMessage::attachment, Collectors.toList())));
  }

  /** A message is deleted, and nobody sees what was attached to it any more. */
  public void release(UUID message) {
    rows.change(
        "update attachment set removed_at = ? where message_id = ? and removed_at is null",
        clock.instant(),
        message);
  }

  /**
   * One attachment.
   *
   * @throws DomainException {@code not_found} for who does not see its message, and for all but its
   *     owner while it has none
   */
  AttachmentView visible(UUID viewer, UUID id) {
    return rows.first(VISIBLE, Attachments::view, id, viewer, viewer)
        .orElseThrow(() -> new DomainException(CommonCode.NOT_FOUND));
  }

  static AttachmentView view(ResultSet row) throws SQLException {
    return new AttachmentView(
        Sql.id(row, "id"),
        row.getString("name"),
        row.getString("media_type"),
        row.getLong("size"),
        (Integer) row.getObject("width"),
        (Integer) row.getObject("height"));
  }
}
