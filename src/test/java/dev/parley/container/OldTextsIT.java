package dev.parley.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.chat.search.TextService;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Texts that an earlier version copied for the search, folded by its rule. */
@InContainer
class OldTextsIT {
  private final UUID conversation = UUID.randomUUID();

  @Inject private TextService texts;

  @Resource(lookup = "jdbc/parley")
  private DataSource database;

  private String fill() {
    return """
    insert into conversation (id, kind, title, last_seq, member_count, created_at, last_activity_at)
    values ('%1$s', 'group', 'tea', 2500, 1, now(), now());
    insert into message_text_progress (conversation_id, seq, outdated) values ('%1$s', 2500, true);
    insert into message_text (message_id, conversation_id, seq, sender_id, sent_at, body)
    select gen_random_uuid(), '%1$s', i, gen_random_uuid(), now(),
      case when i %% 500 = 1 then U&'cafe\\0301 stra\\00dfe ' else 'plain words ' end || i
    from generate_series(1, 2500) i;
    """
        .formatted(conversation);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private int count(String condition) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*) from message_text where conversation_id = '"
                    + conversation
                    + "' and "
                    + condition)) {
      row.next();
      return row.getInt(1);
    }
  }

  @Test
  void texts_of_before_are_folded_again_and_those_that_stay_the_same_are_not_touched()
      throws SQLException {
    execute(fill());
    assertThat(texts.outdated()).contains(conversation);
    execute(
        "create table if not exists texts_before as select message_id, xmin::text as x from message_text"
            + " where conversation_id = '"
            + conversation
            + "'");

    UUID last = texts.foldNext(conversation, null);
    while (last != null) {
      last = texts.foldNext(conversation, last);
    }

    assertThat(texts.outdated()).doesNotContain(conversation);
    assertThat(count("body like 'café strasse %'")).isEqualTo(5);
    assertThat(count("body like 'plain words %'")).isEqualTo(2_495);
    assertThat(
            count(
                "xmin::text = (select x from texts_before b where b.message_id = message_text.message_id)"))
        .isEqualTo(2_495);
    execute("drop table texts_before");
  }
}
