package dev.parley.message;

import dev.parley.account.ExportPart;
import dev.parley.conversation.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** What somebody has said and done anywhere, left conversations too, for them to take away. */
final class OwnActs {
  private OwnActs() {}

  /** A reaction of theirs. */
  public record OwnReaction(UUID message, String emoji, Instant createdAt) {}

  /** Something that they have begun to write. */
  public record OwnDraft(UUID conversation, String body, Instant updatedAt) {}

  /** A message of theirs in a conversation that they are no longer in. */
  public record OwnMessage(UUID id, UUID conversation, String body, Instant createdAt) {}

  /** All their reactions. */
  @ApplicationScoped
  static class Reactions implements ExportPart {
    private static final String OWN =
        "select message_id, emoji, created_at from message_reaction where user_id = ? order by created_at";

    @Inject private Rows rows;

    @Override
    public String name() {
      return "reactions";
    }

    @Override
    public Object of(UUID user) {
      return rows.list(
          OWN,
          row ->
              new OwnReaction(
                  Rows.id(row, "message_id"),
                  row.getString("emoji"),
                  Rows.instant(row, "created_at")),
          user);
    }
  }

  /** All their drafts. */
  @ApplicationScoped
  static class Drafts implements ExportPart {
    private static final String OWN =
        "select conversation_id, body, updated_at from draft where user_id = ? order by updated_at";

    @Inject private Rows rows;

    @Override
    public String name() {
      return "drafts";
    }

    @Override
    public Object of(UUID user) {
      return rows.list(
          OWN,
          row ->
              new OwnDraft(
                  Rows.id(row, "conversation_id"),
                  row.getString("body"),
                  Rows.instant(row, "updated_at")),
          user);
    }
  }

  /** What they have said where they are no longer. */
  @ApplicationScoped
  static class Elsewhere implements ExportPart {
    private static final String OWN =
        """
        select m.id, m.conversation_id, m.body, m.created_at from message m
        join conversation_member me on me.conversation_id = m.conversation_id and me.user_id = m.sender_id
        where m.sender_id = ? and m.deleted_at is null and (me.left_at is not null or m.seq <= me.joined_seq)
        order by m.id
        """;

    @Inject private Rows rows;

    @Override
    public String name() {
      return "messages-elsewhere";
    }

    @Override
    public Object of(UUID user) {
      return rows.list(
          OWN,
          row ->
              new OwnMessage(
                  Rows.id(row, "id"),
                  Rows.id(row, "conversation_id"),
                  row.getString("body"),
                  Rows.instant(row, "created_at")),
          user);
    }
  }
}
