package dev.parley.chat.conversation;

import dev.parley.base.journal.Journal;
import dev.parley.base.problem.DomainException;
import dev.parley.base.request.DisplayText;
import dev.parley.base.request.Input;
import dev.parley.base.sql.Sql;
import dev.parley.chat.conversation.ConversationView.DraftView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps what people have begun to write, the same on all their devices. */
@ApplicationScoped
@Transactional
public class DraftService {
  private static final String PUT =
      """
      insert into draft (conversation_id, user_id, body, reply_to, updated_at) values (?, ?, ?, ?, ?)
      on conflict (conversation_id, user_id)
      do update set body = excluded.body, reply_to = excluded.reply_to, updated_at = excluded.updated_at
      """;

  private static final String FORGET =
      "delete from draft where conversation_id = ? and user_id = ?";
  private static final String LOCK =
      "select id from conversation_member where conversation_id = ? and user_id = ? and left_at is null"
          + " for no key update";

  @Inject private Sql rows;
  @Inject private Memberships memberships;
  @Inject private Journal journal;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "parley.limits.message-length")
  private int longest;

  /**
   * The draft of a conversation.
   *
   * @throws DomainException {@code no_draft}
   */
  public DraftView get(UUID user, UUID conversation) {
    memberships.require(user, conversation);
    return rows.first(
            "select body, reply_to, updated_at from draft where conversation_id = ? and user_id = ?",
            row ->
                new DraftView(
                    row.getString("body"), Sql.id(row, "reply_to"), Sql.instant(row, "updated_at")),
            conversation,
            user)
        .orElseThrow(() -> new DomainException(ConversationCode.NO_DRAFT));
  }

  /**
   * Replaces the draft; one that shows nothing and answers nothing is none.
   *
   * @return the draft, or null when there is none
   * @throws DomainException {@code invalid_input}, also for an answer to what its writer cannot see
   */
  public DraftView put(UUID user, UUID conversation, String body, UUID replyTo) {
    Membership member = locked(user, conversation);
    String text = Input.text(Input.required(body, "body"), longest, "body");
    if (replyTo == null && !DisplayText.showsSomething(text)) {
      forget(member);
      return null;
    }
    if (replyTo != null && !sees(member, replyTo)) {
      throw Input.wrong("reply_to", "There is no such message in this conversation.");
    }
    rows.change(PUT, conversation, user, text, replyTo, clock.instant());
    changed(member);
    return get(user, conversation);
  }

  private boolean sees(Membership member, UUID message) {
    return rows.first(
            "select 1 from message where id = ? and conversation_id = ? and seq > ?",
            row -> true,
            message,
            member.conversation(),
            member.joinedSeq())
        .isPresent();
  }

  /** Throws the draft away; without one nothing happens. */
  public void delete(UUID user, UUID conversation) {
    forget(locked(user, conversation));
  }

  private void forget(Membership member) {
    if (rows.change(FORGET, member.conversation(), member.user()) > 0) {
      changed(member);
    }
  }

  /** What a draft said has been sent, maybe by another device; one that was written on stays. */
  public void sent(UUID user, UUID conversation, String draft) {
    Membership member = locked(user, conversation);
    if (rows.change(FORGET + " and body = ?", conversation, user, draft) > 0) {
      changed(member);
    }
  }

  /** Locks the member's row before the draft's, as the end of a membership does. */
  private Membership locked(UUID user, UUID conversation) {
    rows.first(LOCK, row -> Sql.id(row, "id"), conversation, user);
    return memberships.require(user, conversation);
  }

  private void changed(Membership member) {
    rows.change("update conversation_member set version = version + 1 where id = ?", member.id());
    journal.append(member.user(), "conversation.updated", member.conversation());
  }
}
