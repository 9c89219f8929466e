package dev.parley.chat.message;

import dev.parley.base.sql.DataMigration;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings the reactions of before to the one spelling of each emoji: two of the same person become
 * one, the earlier. Signs that are no emoji go: nobody could take them back.
 */
public final class ReactionSpelling extends DataMigration {
  private static final String TOUCH =
      """
      update message m set version = version + 1
      where exists (select 1 from message_reaction r where r.message_id = m.id and r.emoji = ?)
      """;
  private static final String MERGE =
      """
      insert into message_reaction as kept (message_id, emoji, user_id, created_at)
      select message_id, ?, user_id, created_at from message_reaction where emoji = ?
      on conflict (message_id, emoji, user_id)
      do update set created_at = least(kept.created_at, excluded.created_at)
      """;

  public ReactionSpelling() {
    super("103", "one spelling of each emoji");
  }

  @Override
  protected void change(Connection database) throws SQLException {
    for (String emoji : kept(database)) {
      Optional<String> one = Emoji.canonical(emoji);
      if (one.filter(emoji::equals).isEmpty()) {
        run(database, TOUCH, emoji);
        if (one.isPresent()) {
          run(database, MERGE, one.get(), emoji);
        }
        run(database, "delete from message_reaction where emoji = ?", emoji);
      }
    }
  }

  private static List<String> kept(Connection database) throws SQLException {
    List<String> kept = new ArrayList<>();
    try (Statement all = database.createStatement();
        ResultSet row = all.executeQuery("select distinct emoji from message_reaction")) {
      while (row.next()) {
        kept.add(row.getString(1));
      }
    }
    return kept;
  }

  private static void run(Connection database, String sql, String... texts) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      for (int i = 0; i < texts.length; i++) {
        statement.setString(i + 1, texts[i]);
      }
      statement.executeUpdate();
    }
  }
}
