package dev.parley.chat.conversation;

import dev.parley.base.journal.Journal;
import dev.parley.base.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Hands the noted changes of large groups on to all their members. */
@ApplicationScoped
@Transactional
public class NewsService {
  private static final int AT_ONCE = 50;

  @Inject private Sql rows;
  @Inject private Memberships memberships;
  @Inject private Journal journal;

  private record News(String event, UUID subject) {}

  /** Some conversations with news that nobody has been told yet, none of these. */
  List<UUID> waiting(Set<UUID> postponed) {
    return rows.list(
        "select distinct conversation_id from conversation_news where conversation_id <> all (?) limit ?",
        row -> Sql.id(row, "conversation_id"),
        postponed,
        AT_ONCE);
  }

  /** Tells all members of a conversation what was noted, each thing once. */
  void handOn(UUID conversation) {
    memberships.lock(conversation);
    List<News> news =
        rows.list(
            """
            with told as (delete from conversation_news where conversation_id = ? returning *)
            select type, subject from told order by noted_at
            """,
            row -> new News(row.getString("type"), Sql.id(row, "subject")),
            conversation);
    List<UUID> members = news.isEmpty() ? List.of() : memberships.users(conversation);
    for (News one : news) {
      members.forEach(user -> journal.append(user, one.event(), one.subject()));
    }
  }
}
