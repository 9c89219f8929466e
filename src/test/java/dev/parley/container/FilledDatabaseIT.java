package dev.parley.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journey.ParleyServer;
import dev.parley.server.platform.Migrations;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The migrations on a database that an earlier version has filled. */
class FilledDatabaseIT {
  private final PGSimpleDataSource database = (PGSimpleDataSource) ParleyServer.shared().database();

  private static final String FILL =
      """
      insert into users (id, username, display_name, created_at, updated_at)
      select gen_random_uuid(), 'user' || i, case i when 7 then U&'Andre\\0301 Wei\\00df' else 'Name ' || i end,
        now(), now() from generate_series(1, 12000) i;
      insert into conversation (id, kind, title, last_seq, member_count, created_at, last_activity_at)
      values ('01950000-0000-0000-0000-000000000001', 'group', 'tea', 1, 2, now(), now());
      insert into message (id, conversation_id, seq, sender_id, client_id, body, created_at)
      select '01960000-0000-0000-0000-000000000001', id, 1, gen_random_uuid(), 'c', 'hm', now() from conversation;
      insert into message_text_progress values ('01950000-0000-0000-0000-000000000001', 1);
      insert into message_reaction (message_id, emoji, user_id, created_at)
      select '01960000-0000-0000-0000-000000000001', emoji, id, timestamptz '2026-01-01' + place * interval '1 day'
      from users, unnest(array[U&'\\2764\\FE0F', U&'\\2764', U&'\\2764\\FE0E', U&'\\2605']) with ordinality as e (emoji, place)
      where username in ('user1', 'user2') and (username = 'user1' or place = 2);
      """;

  private List<String> look(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (row.next()) {
        found.add(row.getString(1));
      }
      return found;
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void names_and_reactions_of_before_get_their_folding_and_their_one_spelling()
      throws SQLException {
    String name = "filled_" + UUID.randomUUID().toString().replace('-', '_');
    execute("create database " + name);
    database.setDatabaseName(name);
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/migration")
        .target("80")
        .load()
        .migrate();
    execute(FILL);

    Migrations.of(database).migrate();

    assertThat(look("select count(*) from users where folded_names = ''")).containsExactly("0");
    assertThat(
            look(
                "select folded_names from users where username in ('user7', 'user11999') order by 1"))
        .containsExactly("user11999\nname 11999", "user7\nandré weiss");
    assertThat(
            look(
                "select emoji || ' ' || username || ' ' || extract(day from r.created_at at time zone 'UTC')"
                    + " from message_reaction r join users u on u.id = user_id order by username"))
        .containsExactly("❤️ user1 2", "❤️ user2 3");
    assertThat(look("select version > 1 from message")).containsExactly("t");
    assertThat(look("select outdated from message_text_progress")).containsExactly("t");
  }
}
