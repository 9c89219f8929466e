package dev.parley.search;

import dev.parley.conversation.Rows;
import dev.parley.message.MessageRewritten;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Copies what messages say to where it is looked for. */
@ApplicationScoped
@Transactional
public class TextService {
  private static final String LOCK =
      """
      insert into message_text_progress as p (conversation_id, seq) values (?, 0)
      on conflict (conversation_id) do update set seq = p.seq returning seq
      """;

  /** The text of an edit that was quicker than this stands. */
  private static final String COPY =
      """
      with next as materialized (
        select id, seq, sender_id, created_at, body, deleted_at from message
        where conversation_id = ? and seq > ? order by seq limit 1000),
      copied as (
        insert into message_text (message_id, conversation_id, seq, sender_id, sent_at, body)
        select id, ?, seq, sender_id, created_at, lower(body collate "und-x-icu") from next
        where deleted_at is null and body <> ''
        on conflict do nothing)
      select max(seq) as last, count(*) as n from next
      """;

  private static final String REWRITE =
      """
      insert into message_text (message_id, conversation_id, seq, sender_id, sent_at, body)
      select id, conversation_id, seq, sender_id, created_at, lower(body collate "und-x-icu")
      from message where id = ?
      on conflict (message_id) do update set body = excluded.body
      """;
  private static final String BEHIND =
      """
      select c.id from conversation c left join message_text_progress p on p.conversation_id = c.id
      where c.last_seq > coalesce(p.seq, 0) limit 1000
      """;

  @Inject private Rows rows;

  private record Copied(long last, int count) {}

  /**
   * Copies the next messages of a conversation.
   *
   * @return whether there may be more of them
   */
  public boolean copyNext(UUID conversation) {
    long from = rows.first(LOCK, row -> row.getLong(1), conversation).orElseThrow();
    Copied copied =
        rows.first(
                COPY,
                row -> new Copied(row.getLong("last"), row.getInt("n")),
                conversation,
                from,
                conversation)
            .orElseThrow();
    if (copied.count() > 0) {
      rows.change(
          "update message_text_progress set seq = ? where conversation_id = ?",
          copied.last(),
          conversation);
    }
    return copied.count() == 1000;
  }

  /** Some of the conversations with messages that cannot be found yet. */
  public List<UUID> behind() {
    return rows.list(BEHIND, row -> Rows.id(row, "id"));
  }

  void rewritten(@Observes MessageRewritten fact) {
    rows.change(REWRITE, fact.message());
  }
}
