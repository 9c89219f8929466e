package dev.parley.chat.message;

import dev.parley.base.sql.Sql;
import dev.parley.chat.attachment.AttachmentView;
import dev.parley.chat.attachment.Attachments;
import dev.parley.chat.conversation.LatestMessages;
import dev.parley.chat.conversation.Membership;
import dev.parley.chat.conversation.Memberships;
import dev.parley.chat.message.MessageView.Reaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows messages to those who may see them: the members, each from their joining on. */
@ApplicationScoped
public class Messages implements LatestMessages {
  private static final String MESSAGE =
      """
      select m.id, m.conversation_id, m.seq, u.username, m.client_id, m.body, m.reply_to,
        m.reacted, m.attached, m.created_at, m.edited_at, m.deleted_at, m.version,
        case when m.mentioned is not null then array(select named.username from users named
          where named.id = any (m.mentioned) and named.deleted_at is null
          order by named.username collate "C") end as mentions
      from message m left join users u on u.id = m.sender_id
      """;
  static final String BEFORE =
      MESSAGE
          + " where m.conversation_id = ? and m.seq > ? and m.seq < ? order by m.seq desc limit ?";
  static final String AFTER =
      MESSAGE + " where m.conversation_id = ? and m.seq > ? order by m.seq limit ?";
  // By "offset 0" each message is found first and then its reader's place in the conversation: the
  // other way round somebody with a thousand conversations would have all of them read.
  private static final String SEEN_BY =
      " cross join lateral (select 1 from conversation_member me"
          + " where me.conversation_id = m.conversation_id and me.user_id = ?"
          + " and me.left_at is null and me.joined_seq < m.seq offset 0) as theirs";
  static final String BY_IDS = MESSAGE + SEEN_BY + " where m.id = any (?)";
  static final String LATEST =
      MESSAGE
          + SEEN_BY
          + " join conversation c on c.id = m.conversation_id and c.last_seq = m.seq"
          + " where c.id = any (?)";
  static final String REACTIONS =
      """
      select message_id, emoji, count(*) as n, bool_or(user_id = ?) as mine, min(created_at) as first
      from message_reaction where message_id = any (?) group by message_id, emoji order by first, emoji
      """;

  @Inject private Sql rows;
  @Inject private Memberships memberships;
  @Inject private Attachments attachments;

  private record FoundMessage(MessageView message, boolean reacted, boolean attached) {}

  private record FoundReaction(UUID message, Reaction reaction) {}

  /**
   * At most so many messages of a stretch of a conversation, those nearest to its position first.
   */
  List<MessageView> page(UUID viewer, UUID conversation, MessageRange stretch, int limit) {
    Membership member = memberships.require(viewer, conversation);
    List<FoundMessage> found =
        switch (stretch.direction()) {
          case BEFORE -> before(member, stretch.seq(), limit);
          case AFTER -> after(member, stretch.seq(), limit);
          case AROUND -> around(member, stretch.seq(), limit);
        };
    return complete(viewer, found);
  }

  private List<FoundMessage> before(Membership member, long seq, int limit) {
    return rows.list(
        BEFORE, Messages::found, member.conversation(), member.joinedSeq(), seq, limit);
  }

  private List<FoundMessage> after(Membership member, long seq, int limit) {
    long from = Math.max(seq, member.joinedSeq());
    return rows.list(AFTER, Messages::found, member.conversation(), from, limit);
  }

  /** The message itself is the first of the second half. */
  private List<FoundMessage> around(Membership member, long seq, int limit) {
    return Stream.concat(
            before(member, seq, limit / 2).stream(),
            after(member, seq - 1, limit - limit / 2).stream())
        .toList();
  }

  /** These messages, by id; those that the viewer may not see are left out. */
  public Map<UUID, MessageView> byIds(UUID viewer, Collection<UUID> ids) {
    return complete(viewer, rows.list(BY_IDS, Messages::found, viewer, ids)).stream()
        .collect(Collectors.toMap(MessageView::id, message -> message));
  }

  @Override
  public Map<UUID, Object> of(UUID viewer, Collection<UUID> conversations) {
    Map<UUID, Object> latest = new HashMap<>();
    complete(viewer, rows.list(LATEST, Messages::found, viewer, conversations))
        .forEach(message -> latest.put(message.conversation(), message));
    return latest;
  }

  private List<MessageView> complete(UUID viewer, List<FoundMessage> found) {
    List<UUID> reacted =
        found.stream().filter(FoundMessage::reacted).map(one -> one.message().id()).toList();
    List<UUID> attached =
        found.stream().filter(FoundMessage::attached).map(one -> one.message().id()).toList();
    if (reacted.isEmpty() && attached.isEmpty()) {
      return found.stream().map(FoundMessage::message).toList();
    }
    Map<UUID, List<FoundReaction>> reactions =
        reacted.isEmpty() ? Map.of() : reactions(viewer, reacted);
    Map<UUID, List<AttachmentView>> files =
        attached.isEmpty() ? Map.of() : attachments.ofMessages(attached);
    return found.stream()
        .map(FoundMessage::message)
        .map(
            one ->
                with(
                    one,
                    files.getOrDefault(one.id(), List.of()),
                    reactions.getOrDefault(one.id(), List.of())))
        .toList();
  }

  private Map<UUID, List<FoundReaction>> reactions(UUID viewer, List<UUID> messages) {
    return rows.list(REACTIONS, Messages::reaction, viewer, messages).stream()
        .collect(Collectors.groupingBy(FoundReaction::message));
  }

  private static MessageView with(
      MessageView message, List<AttachmentView> attachments, List<FoundReaction> reactions) {
    return new MessageView(
        message.id(),
        message.conversation(),
        message.seq(),
        message.sender(),
        message.clientId(),
        message.body(),
        message.replyTo(),
        message.mentions(),
        attachments,
        reactions.stream().map(FoundReaction::reaction).toList(),
        message.createdAt(),
        message.editedAt(),
        message.deletedAt(),
        message.version());
  }

  private static FoundReaction reaction(ResultSet row) throws SQLException {
    return new FoundReaction(
        Sql.id(row, "message_id"),
        new Reaction(row.getString("emoji"), row.getLong("n"), row.getBoolean("mine")));
  }

  private static FoundMessage found(ResultSet row) throws SQLException {
    boolean deleted = row.getTimestamp("deleted_at") != null;
    MessageView message =
        new MessageView(
            Sql.id(row, "id"),
            Sql.id(row, "conversation_id"),
            row.getLong("seq"),
            row.getString("username"),
            row.getString("client_id"),
            row.getString("body"),
            Sql.id(row, "reply_to"),
            mentions(row.getArray("mentions")),
            List.of(),
            List.of(),
            Sql.instant(row, "created_at"),
            Sql.instant(row, "edited_at"),
            Sql.instant(row, "deleted_at"),
            row.getLong("version"));
    return new FoundMessage(
        message, row.getBoolean("reacted") && !deleted, row.getBoolean("attached") && !deleted);
  }

  private static List<String> mentions(Array names) throws SQLException {
    return names == null ? List.of() : List.of((String[]) names.getArray());
  }
}
