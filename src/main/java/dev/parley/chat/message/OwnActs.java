package dev.parley.chat.message;

import dev.parley.base.sql.Sql;
import dev.parley.identity.export.ExportPart;
import jakarta.enterprise.context.Dependent;
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

  /** What a message of theirs said before an edit. */
  public record OwnVersion(
      UUID message, UUID conversation, String body, long version, Instant replacedAt) {}

  /** A message of theirs in a conversation that they are no longer in. */
  public record OwnMessage(UUID id, UUID conversation, String body, Instant createdAt) {}

  /** One chapter of it: a query for what is theirs, and what a row of it tells. */
  abstract static class ActExport implements ExportPart {
    @Inject private Sql rows;

    private final String name;
    private final String own;
    private final Sql.Reader<?> reader;

    ActExport(String name, String own, Sql.Reader<?> reader) {
      this.name = name;
      this.own = own;
      this.reader = reader;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Object of(UUID user) {
      return rows.list(own, reader, user);
    }
  }

  /** All their reactions. */
  @Dependent
  static class Reactions extends ActExport {
    Reactions() {
      super(
          "reactions",
          "select message_id, emoji, created_at from message_reaction where user_id = ? order by created_at",
          row ->
              new OwnReaction(
                  Sql.id(row, "message_id"),
                  row.getString("emoji"),
                  Sql.instant(row, "created_at")));
    }
  }

  /** All their drafts. */
  @Dependent
  static class Drafts extends ActExport {
    Drafts() {
      super(
          "drafts",
          "select conversation_id, body, updated_at from draft where user_id = ? order by updated_at",
          row ->
              new OwnDraft(
                  Sql.id(row, "conversation_id"),
                  row.getString("body"),
                  Sql.instant(row, "updated_at")));
    }
  }

  /** All that they have said otherwise at first. */
  @Dependent
  static class EarlierVersions extends ActExport {
    private static final String OWN =
        """
        select e.message_id, m.conversation_id, e.body, e.version, e.replaced_at
        from message m join message_edit e on e.message_id = m.id
        where m.sender_id = ? order by e.message_id, e.version
        """;

    EarlierVersions() {
      super(
          "earlier-versions",
          OWN,
          row ->
              new OwnVersion(
                  Sql.id(row, "message_id"),
                  Sql.id(row, "conversation_id"),
                  row.getString("body"),
                  row.getLong("version"),
                  Sql.instant(row, "replaced_at")));
    }
  }

  /** What they have said where they are no longer. */
  @Dependent
  static class Elsewhere extends ActExport {
    private static final String OWN =
        """
        select m.id, m.conversation_id, m.body, m.created_at from message m
        join conversation_member me on me.conversation_id = m.conversation_id and me.user_id = m.sender_id
        where m.sender_id = ? and m.deleted_at is null and (me.left_at is not null or m.seq <= me.joined_seq)
        order by m.id
        """;

    Elsewhere() {
      super(
          "messages-elsewhere",
          OWN,
          row ->
              new OwnMessage(
                  Sql.id(row, "id"),
                  Sql.id(row, "conversation_id"),
                  row.getString("body"),
                  Sql.instant(row, "created_at")));
    }
  }
}
