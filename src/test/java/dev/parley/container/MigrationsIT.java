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
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The migrations on a real database: from nothing, once more, and from two nodes at once. */
class MigrationsIT {
  private static final String BEN = "00000000-0000-7000-8000-000000000001";
  private static final String CLEO = "00000000-0000-7000-8000-000000000002";

  /** A group of ben, of cleo who has left, and of dan, who got his name after it was written. */
  private static final String OLD_MENTIONS =
      """
      insert into users (id, username, display_name, created_at, updated_at) values
        ('00000000-0000-7000-8000-000000000001', 'ben', 'Ben', '2026-01-01', '2026-01-01'),
        ('00000000-0000-7000-8000-000000000002', 'cleo', 'Cleo', '2026-01-01', '2026-01-01'),
        ('00000000-0000-7000-8000-000000000003', 'dan', 'Dan', '2026-03-01', '2026-03-01');
      insert into conversation (id, kind, title, member_count, last_seq, created_at, last_activity_at)
      values ('00000000-0000-7000-8000-000000000011', 'group', 'Three', 2, 3, '2026-01-01', '2026-02-01');
      insert into conversation_member (id, conversation_id, user_id, role, joined_at, left_at)
      select gen_random_uuid(), '00000000-0000-7000-8000-000000000011', id, 'member', '2026-01-01',
        case when username = 'cleo' then timestamptz '2026-03-01' end from users;
      insert into message (id, conversation_id, seq, sender_id, client_id, body, mentions, created_at)
      select ('00000000-0000-7000-8000-00000000010' || seq)::uuid,
        '00000000-0000-7000-8000-000000000011', seq, '00000000-0000-7000-8000-000000000001', seq, '',
        names, '2026-02-01'
      from (values (1, array['ben', 'cleo', 'eve']), (2, array['dan']), (3, null)) as m (seq, names);
      insert into notification (id, user_id, kind, subject_id, created_at)
      select ('00000000-0000-7000-8000-00000000002' || n)::uuid,
        ('00000000-0000-7000-8000-00000000000' || u)::uuid,
        'message.mentioned', '00000000-0000-7000-8000-000000000101', '2026-02-01'
      from (values (1, 1), (2, 1), (3, 2)) as told (n, u);
      """;

  /**
   * Somebody here and somebody gone, with messages that were edited or deleted, notes and drafts.
   */
  private static final String OLDER =
      """
      insert into users (id, username, display_name, enabled, discoverable, created_at, updated_at, deleted_at)
      values (md5('ada')::uuid, 'ada', 'Ada', true, true, now(), now(), null),
        (md5('ben')::uuid, 'ben', 'Ben', true, true, now(), now(), null),
        (md5('gone')::uuid, 'deleted-0123456789ab', 'Deleted user', false, false, now(), now(), now());
      insert into user_connection (id, sender_id, receiver_id, status, note, created_at, updated_at, receiver_updated_at)
      values (gen_random_uuid(), md5('gone')::uuid, md5('ada')::uuid, 'expired', 'we met', now(), now(), now());
      insert into conversation (id, kind, title, member_count, created_at, last_activity_at)
      values (md5('group')::uuid, 'group', 'Trip', 2, now(), now());
      insert into conversation_member (id, conversation_id, user_id, role, joined_at)
      values (gen_random_uuid(), md5('group')::uuid, md5('ada')::uuid, 'owner', now()),
        (gen_random_uuid(), md5('group')::uuid, md5('ben')::uuid, 'member', now());
      insert into message (id, conversation_id, seq, sender_id, client_id, body, created_at, deleted_at)
      values (md5('m1')::uuid, md5('group')::uuid, 1, md5('ada')::uuid, '1', 'now', now(), null),
        (md5('m2')::uuid, md5('group')::uuid, 2, md5('ada')::uuid, '2', '', now(), now()),
        (md5('m3')::uuid, md5('group')::uuid, 3, md5('gone')::uuid, '3', 'now', now(), null);
      insert into message_edit (message_id, version, body, replaced_at, replaced_by)
      values (md5('m1')::uuid, 1, 'kept', now(), md5('ada')::uuid),
        (md5('m2')::uuid, 1, 'deleted', now(), md5('ada')::uuid),
        (md5('m3')::uuid, 1, 'of somebody gone', now(), md5('gone')::uuid);
      insert into draft (conversation_id, user_id, body, reply_to, updated_at)
      values (md5('group')::uuid, md5('ada')::uuid, ' ', gen_random_uuid(), now()),
        (md5('group')::uuid, md5('ben')::uuid, 'words', md5('m1')::uuid, now());
      """;

  private final PGSimpleDataSource empty = (PGSimpleDataSource) ParleyServer.shared().database();

  @BeforeEach
  void an_empty_database() throws SQLException {
    String name = "migrated_" + UUID.randomUUID().toString().replace('-', '_');
    try (Connection connection = ParleyServer.shared().database().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    empty.setDatabaseName(name);
  }

  @Test
  void an_empty_database_gets_every_table() {
    assertThat(migrate(empty).migrationsExecuted).isPositive();
    assertThat(flyway(empty).info().pending()).isEmpty();
  }

  @Test
  void a_second_start_changes_nothing() {
    migrate(empty);
    assertThat(migrate(empty).migrationsExecuted).isZero();
    assertThat(flyway(empty).validateWithResult().validationSuccessful).isTrue();
  }

  @Test
  void two_nodes_that_start_at_once_migrate_once() {
    List<CompletableFuture<MigrateResult>> nodes =
        IntStream.range(0, 2)
            .mapToObj(node -> CompletableFuture.supplyAsync(() -> migrate(empty)))
            .toList();
    int executed = nodes.stream().mapToInt(node -> node.join().migrationsExecuted).sum();
    assertThat(executed).isEqualTo(flyway(empty).info().applied().length);
  }

  @Test
  void messages_mention_those_who_bore_the_name_and_tell_each_of_them_once() throws SQLException {
    flyway(empty, "80").migrate();
    try (Connection connection = empty.getConnection();
        Statement database = connection.createStatement()) {
      database.execute(OLD_MENTIONS);
      migrate(empty);
      assertThat(
              texts(database, "select array_to_string(mentioned, ',') from message order by seq"))
          .containsExactly(BEN + "," + CLEO, null, null);
      assertThat(
              texts(
                  database,
                  "select u.username || ' ' || n.id || ' ' || (n.read_at is not null)"
                      + " from notification n join users u on u.id = n.user_id order by 1"))
          .containsExactly(
              "ben 00000000-0000-7000-8000-000000000022 false",
              "cleo 00000000-0000-7000-8000-000000000023 true");
    }
  }

  private static List<String> texts(Statement database, String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (ResultSet row = database.executeQuery(sql)) {
      while (row.next()) {
        found.add(row.getString(1));
      }
    }
    return found;
  }

  @Test
  void what_older_versions_left_of_disabled_accounts_is_put_right_and_told() throws SQLException {
    flyway(empty, "129?").migrate();
    try (Connection connection = empty.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(OLD_ACCOUNTS);
      migrate(empty);
      try (ResultSet row = statement.executeQuery(PUT_RIGHT)) {
        row.next();
        assertThat(row.getString(1)).isEqualTo("ada:member, ben:owner, off:owner");
        assertThat(row.getString(2)).isEqualTo("ada-ben:true, ada-off:false");
        assertThat(row.getString(3))
            .isEqualTo(
                "ada 8 conversation.updated, ada 9 conversation.updated, ben 4 conversation.updated");
        assertThat(row.getString(4)).isEqualTo("ada 9, ben 4");
      }
    }
  }

  /** A group of ben, ada and its disabled owner, and the direct conversations of ada. */
  private static final String OLD_ACCOUNTS =
      """
      insert into users (id, username, display_name, enabled, created_at, updated_at)
      select ('00000000-0000-0000-0000-00000000000' || n)::uuid, name, name, name <> 'off', now(), now()
      from unnest(array['ada', 'ben', 'off']) with ordinality as people (name, n);
      insert into journal_head (user_id, epoch, head)
      select id, 'e', case username when 'ada' then 7 else 3 end from users where enabled;
      insert into conversation (id, kind, title, user_low, user_high, member_count, created_at, last_activity_at)
      select gen_random_uuid(), 'direct', null, a.id, b.id, 2, now(), now()
      from users a join users b on b.id > a.id where a.username = 'ada'
      union all select gen_random_uuid(), 'group', 'Old', null, null, 3, now(), now();
      insert into conversation_member (id, conversation_id, user_id, role, joined_at)
      select gen_random_uuid(), c.id, u.id,
        case when c.kind = 'group' and u.username = 'off' then 'owner' else 'member' end,
        now() - case u.username when 'ben' then interval '2 days' else interval '1 day' end
      from conversation c join users u on c.kind = 'group' or u.id in (c.user_low, c.user_high)
      """;

  private static final String PUT_RIGHT =
      """
      select
        (select string_agg(u.username || ':' || m.role, ', ' order by u.username)
          from conversation_member m join users u on u.id = m.user_id
          join conversation c on c.id = m.conversation_id and c.kind = 'group'),
        (select string_agg(a.username || '-' || b.username || ':' || c.open, ', ' order by b.username)
          from conversation c join users a on a.id = c.user_low join users b on b.id = c.user_high),
        (select string_agg(u.username || ' ' || e.seq || ' ' || e.type, ', ' order by u.username, e.seq)
          from journal_event e join users u on u.id = e.user_id),
        (select string_agg(u.username || ' ' || h.head, ', ' order by u.username)
          from journal_head h join users u on u.id = h.user_id)
      """;

  @Test
  void words_of_deleted_messages_and_accounts_go_from_an_older_database() throws SQLException {
    flyway(empty, "080").migrate();
    run(OLDER);
    migrate(empty);
    assertThat(value("select string_agg(body, ',') from message_edit")).isEqualTo("kept");
    assertThat(value("select string_agg(note, ',') from user_connection")).isEmpty();
    assertThat(value("select string_agg(body, ',') from draft")).isEqualTo("words");
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = empty.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String value(String query) throws SQLException {
    try (Connection connection = empty.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private static MigrateResult migrate(DataSource database) {
    return flyway(database).migrate();
  }

  private static Flyway flyway(DataSource database) {
    return Migrations.of(database);
  }

  private static Flyway flyway(DataSource database, String version) {
    return Flyway.configure()
        .configuration(Migrations.of(database).getConfiguration())
        .target(version)
        .load();
  }
}
