package dev.parley.chat.search;

import dev.parley.base.request.FoldedText;
import dev.parley.base.sql.Sql;
import dev.parley.chat.message.MessageEvent.MessageRewritten;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Copies what messages say, folded, to where it is looked for. */
@ApplicationScoped
@Transactional
public class TextService {
  static final int BATCH = 1_000;
  private static final UUID FIRST = new UUID(0, 0);
  private static final String LOCK =
      """
      insert into message_text_progress as p (conversation_id, seq) values (?, 0)
      on conflict (conversation_id) do update set seq = p.seq returning seq
      """;
  private static final String NEXT =
      "select id, seq, case when deleted_at is null then body else '' end as body from message"
          + " where conversation_id = ? and seq > ? order by seq limit "
          + BATCH;

  /** The text of an edit that was quicker than this stands. */
  private static final String COPY =
      """
      insert into message_text (message_id, conversation_id, seq, sender_id, sent_at, body)
      select m.id, m.conversation_id, m.seq, m.sender_id, m.created_at, f.body
      from unnest(?, ?) as f (id, body) join message m on m.id = f.id
      on conflict do nothing
      """;

  private static final String REWRITE =
      """
      insert into message_text (message_id, conversation_id, seq, sender_id, sent_at, body)
      select id, conversation_id, seq, sender_id, created_at, ? from message where id = ?
      on conflict (message_id) do update set body = excluded.body
      """;
  private static final String BEHIND =
      """
      select c.id from conversation c left join message_text_progress p on p.conversation_id = c.id
      where c.last_seq > coalesce(p.seq, 0) limit 1000
      """;
  private static final String COPIED =
      "select message_id as id, 0 as seq, body from message_text"
          + " where conversation_id = ? and message_id > ? order by message_id limit "
          + BATCH;

  /** What was edited meanwhile is another text, and folded as it should be. */
  private static final String FOLD_AGAIN =
      """
      update message_text t set body = f.body from unnest(?, ?, ?) as f (id, before, body)
      where t.message_id = f.id and t.body = f.before
      """;

  @Inject private Sql rows;

  private record NewText(UUID id, long seq, String body) {
    static NewText of(ResultSet row) throws SQLException {
      return new NewText(Sql.id(row, "id"), row.getLong("seq"), row.getString("body"));
    }

    String folded() {
      return FoldedText.fold(body);
    }
  }

  /**
   * Copies the next messages of a conversation.
   *
   * @return whether there may be more of them
   */
  public boolean copyNext(UUID conversation) {
    long from = rows.first(LOCK, row -> row.getLong(1), conversation).orElseThrow();
    List<NewText> next = rows.list(NEXT, NewText::of, conversation, from);
    if (!next.isEmpty()) {
      List<NewText> said = next.stream().filter(text -> !text.body().isEmpty()).toList();
      rows.change(
          COPY,
          said.stream().map(NewText::id).toList(),
          Sql.texts(said.stream().map(NewText::folded).toList()));
      rows.change(
          "update message_text_progress set seq = ? where conversation_id = ?",
          next.get(next.size() - 1).seq(),
          conversation);
    }
    return next.size() == BATCH;
  }

  /** Some of the conversations with messages that cannot be found yet. */
  public List<UUID> behind() {
    return rows.list(BEHIND, row -> Sql.id(row, "id"));
  }

  /** Some of the conversations whose texts were folded by an earlier rule. */
  public List<UUID> outdated() {
    return rows.list(
        "select conversation_id as id from message_text_progress where outdated limit 1000",
        row -> Sql.id(row, "id"));
  }

  /**
   * Folds the next texts of a conversation again; those that stay the same are only read.
   *
   * @param after the message that was folded last, or null at the beginning
   * @return the last of these, or null when there are no more
   */
  public UUID foldNext(UUID conversation, UUID after) {
    List<NewText> next =
        rows.list(COPIED, NewText::of, conversation, after == null ? FIRST : after);
    List<NewText> other = next.stream().filter(text -> !text.folded().equals(text.body())).toList();
    if (!other.isEmpty()) {
      rows.change(
          FOLD_AGAIN,
          other.stream().map(NewText::id).toList(),
          Sql.texts(other.stream().map(NewText::body).toList()),
          Sql.texts(other.stream().map(NewText::folded).toList()));
    }
    if (next.size() < BATCH) {
      rows.change(
          "update message_text_progress set outdated = false where conversation_id = ?",
          conversation);
      return null;
    }
    return next.get(BATCH - 1).id();
  }

  void rewritten(@Observes MessageRewritten fact) {
    UUID message = fact.message();
    rows.first("select body from message where id = ?", row -> row.getString(1), message)
        .ifPresent(body -> rows.change(REWRITE, FoldedText.fold(body), message));
  }
}
