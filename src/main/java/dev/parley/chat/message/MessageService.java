package dev.parley.chat.message;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.sql.Sql;
import dev.parley.chat.attachment.Attachments;
import dev.parley.chat.conversation.Audience;
import dev.parley.chat.conversation.Membership;
import dev.parley.chat.conversation.Memberships;
import dev.parley.chat.message.MessageEvent.DeletedByAdministrator;
import dev.parley.chat.message.MessageEvent.MessageDeleted;
import dev.parley.chat.message.MessageEvent.MessageRewritten;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Changes messages that have been sent: edits, deletions, reactions. */
@ApplicationScoped
@Transactional
public class MessageService {
  private static final String FIND =
      "select id, seq, sender_id, body, mentioned, deleted_at, attached from message"
          + " where id = ? and conversation_id = ?";
  private static final String EDIT =
      "update message set body = ?, mentioned = ?, edited_at = ?, version = version + 1"
          + " where id = ?";
  private static final String DELETE =
      "update message set body = '', mentioned = null, deleted_at = ?, version = version + 1 where id = ?";

  /** For everybody who had not read it and whose own it was not, it is no longer unread. */
  private static final String SKIP =
      "update conversation_member set skipped = skipped + 1"
          + " where conversation_id = ? and read_seq < ? and user_id <> ? and left_at is null"
          + " returning user_id";

  private static final String REACT =
      "insert into message_reaction (message_id, emoji, user_id, created_at) values (?, ?, ?, ?)"
          + " on conflict do nothing";

  @Inject private Sql rows;
  @Inject private Memberships memberships;
  @Inject private Messages messages;
  @Inject private MessageVersions versions;
  @Inject private Mentions mentions;
  @Inject private Attachments attachments;
  @Inject private Audience audience;
  @Inject private Event<MessageRewritten> rewritten;
  @Inject private Event<DeletedByAdministrator> deletedByAdministrator;
  @Inject private Event<MessageDeleted> deleted;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "parley.limits.message-length")
  private int longest;

  @Inject
  @ConfigProperty(name = "parley.limits.reactions-per-message")
  private int mostReactions;

  private record Stored(
      UUID id,
      long seq,
      UUID sender,
      String body,
      List<UUID> mentioned,
      boolean deleted,
      boolean attached) {}

  /**
   * Changes what a message says; what it said is kept for its author to take away.
   *
   * @throws DomainException {@code not_the_author}, {@code message_deleted}, {@code not_connected}
   */
  public MessageView edit(UUID actor, UUID conversation, UUID id, String body) {
    Membership member = memberships.requireLocked(actor, conversation);
    Stored message = visible(member, id);
    if (!message.sender().equals(actor)) {
      throw new DomainException(MessageCode.NOT_THE_AUTHOR);
    }
    String text = MessageBody.checked(body, longest, message.attached());
    member.requireOpen();
    requireNotDeleted(actor, message);
    if (!message.body().equals(text)) {
      rewrite(member, message, text);
    }
    return view(actor, id);
  }

  private void rewrite(Membership author, Stored message, String text) {
    UUID conversation = author.conversation();
    Instant now = clock.instant();
    List<UUID> mentioned = mentions.in(conversation, message.seq(), MentionCandidates.of(text));
    versions.keep(message.id(), now);
    rows.change(EDIT, text, mentioned.isEmpty() ? null : mentioned, now, message.id());
    rewritten.fire(new MessageRewritten(message.id()));
    audience.tell(conversation, "message.edited", message.id());
    mentions.tellChange(message.id(), author.user(), message.mentioned(), mentioned);
  }

  /**
   * Deletes a message for everybody: its place stays, and nothing that it ever said does. Again is
   * the same.
   *
   * @param admin whether the actor is an administrator, who need not be its author or a member
   * @throws DomainException {@code not_the_author}, {@code not_found}
   */
  public void delete(UUID actor, boolean admin, UUID conversation, UUID id) {
    Stored message = admin ? any(conversation, id) : visible(locked(actor, conversation), id);
    if (!admin && !message.sender().equals(actor)) {
      throw new DomainException(MessageCode.NOT_THE_AUTHOR);
    }
    if (message.deleted()) {
      return;
    }
    Instant now = clock.instant();
    versions.forget(id);
    rows.change(DELETE, now, id);
    rewritten.fire(new MessageRewritten(id));
    attachments.release(id);
    List<UUID> relieved =
        rows.list(
            SKIP, row -> Sql.id(row, "user_id"), conversation, message.seq(), message.sender());
    deleted.fire(new MessageDeleted(id));
    if (!message.sender().equals(actor)) {
      deletedByAdministrator.fire(
          new DeletedByAdministrator(actor, conversation, id, message.sender()));
    }
    audience.tell(conversation, "message.deleted", id);
    audience.tellUnread(conversation, relieved);
  }

  private Membership locked(UUID actor, UUID conversation) {
    return memberships.requireLocked(actor, conversation);
  }

  /** Adds the actor's reaction; again is the same. */
  public void react(UUID actor, UUID conversation, UUID id, String emoji) {
    String checked = Emoji.checked(emoji);
    Membership member = memberships.requireLocked(actor, conversation);
    Stored message = visible(member, id);
    member.requireOpen();
    requireNotDeleted(actor, message);
    requireRoomFor(actor, id, checked);
    if (rows.change(REACT, id, checked, actor, clock.instant()) > 0) {
      reactionsChanged(conversation, id);
    }
  }

  private void requireRoomFor(UUID viewer, UUID message, String emoji) {
    int others =
        rows.first(
                "select count(distinct emoji) from message_reaction where message_id = ? and emoji <> ?",
                row -> row.getInt(1),
                message,
                emoji)
            .orElse(0);
    if (mostReactions > 0 && others >= mostReactions) {
      throw new DomainException(MessageCode.TOO_MANY_REACTIONS)
          .with("current", view(viewer, message));
    }
  }

  /** Takes the actor's reaction back; without one nothing happens. */
  public void unreact(UUID actor, UUID conversation, UUID id, String emoji) {
    String checked = Emoji.checked(emoji);
    visible(memberships.requireLocked(actor, conversation), id);
    if (rows.change(
            "delete from message_reaction where message_id = ? and emoji = ? and user_id = ?",
            id,
            checked,
            actor)
        > 0) {
      reactionsChanged(conversation, id);
    }
  }

  private void reactionsChanged(UUID conversation, UUID id) {
    rows.change("update message set reacted = true, version = version + 1 where id = ?", id);
    audience.tell(conversation, "reaction.changed", id);
  }

  private Stored visible(Membership member, UUID id) {
    return find(member.conversation(), id)
        .filter(message -> message.seq() > member.joinedSeq())
        .orElseThrow(() -> new DomainException(CommonCode.NOT_FOUND));
  }

  private Stored any(UUID conversation, UUID id) {
    memberships.lock(conversation);
    return find(conversation, id).orElseThrow(() -> new DomainException(CommonCode.NOT_FOUND));
  }

  private Optional<Stored> find(UUID conversation, UUID id) {
    return rows.first(
        FIND,
        row -> {
          Array mentioned = row.getArray("mentioned");
          return new Stored(
              id,
              row.getLong("seq"),
              Sql.id(row, "sender_id"),
              row.getString("body"),
              mentioned == null ? List.of() : List.of((UUID[]) mentioned.getArray()),
              row.getTimestamp("deleted_at") != null,
              row.getBoolean("attached"));
        },
        id,
        conversation);
  }

  private void requireNotDeleted(UUID viewer, Stored message) {
    if (message.deleted()) {
      throw new DomainException(MessageCode.MESSAGE_DELETED)
          .with("current", view(viewer, message.id()));
    }
  }

  private MessageView view(UUID viewer, UUID id) {
    return messages.byIds(viewer, List.of(id)).get(id);
  }
}
