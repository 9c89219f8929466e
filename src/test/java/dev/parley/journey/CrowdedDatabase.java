package dev.parley.journey;

import dev.parley.server.platform.Migrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of a hundred thousand people beside the shared server's own, filled once. The first of
 * them is somebody whom everybody knows: 1,000 connections, 3,000 requests, 20,000 ended relations.
 */
public final class CrowdedDatabase {
  private static final String NAME = "crowd";

  private final PGSimpleDataSource database = (PGSimpleDataSource) ParleyServer.shared().database();

  private CrowdedDatabase() {
    try {
      execute("create database " + NAME);
      database.setDatabaseName(NAME);
      Migrations.of(database).migrate();
      execute(
          PEOPLE,
          "update users set folded_names = username || chr(10) || lower(display_name)",
          RELATIONS,
          BLOCKS,
          LINKS,
          NOTIFICATIONS,
          MESSAGES,
          LEDGER,
          DELETED,
          "vacuum analyze");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public static CrowdedDatabase shared() {
    return Shared.CROWD;
  }

  public Connection connect() throws SQLException {
    return database.getConnection();
  }

  /** The id of the person of that number, from 1 to 100,000; the first is the well-known one. */
  public static UUID person(int number) {
    return UUID.fromString("01900000-0000-0000-0000-%012x".formatted(number));
  }

  /** The id of a relation that stands between two people. */
  public static UUID relation(int number) {
    return UUID.fromString("01910000-0000-0000-0000-%012x".formatted(number));
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String person(String number) {
    return "('01900000-0000-0000-0000-' || lpad(to_hex(" + number + "), 12, '0'))::uuid";
  }

  private static final String PEOPLE =
      "insert into users (id, username, display_name, created_at, updated_at, discoverable, last_sign_in_at)"
          + " select "
          + person("i")
          + ", (array['ada','ben','carla','dmitri','eve','farid','greta','hugo'])[1 + i % 8] || '.' || i,"
          + " (array['Maria','Anna','José','Wei','Fatima'])[1 + abs(hashint4(i)) % 5] || ' '"
          + " || case when i % 20000 = 7 then 'Xylophon' else (array['Smith','Garcia','Müller','Li'])[1 + abs(hashint4(-i)) % 4] end,"
          + " timestamptz '2023-01-01' + i * interval '1 minute', now(), i % 20 <> 0,"
          + " case when i % 3 > 0 then timestamptz '2024-01-01' + abs(hashint4(i)) % 1000000 * interval '1 minute' end"
          + " from generate_series(1, 100000) i";

  private static final String RELATIONS =
      """
      insert into user_connection (id, sender_id, receiver_id, status, created_at, updated_at,
        receiver_updated_at, expires_at, quiet)
      select ('01910000-0000-0000-0000-' || lpad(to_hex(row_number() over ()), 12, '0'))::uuid,
        %s, %s, status, now() - interval '9 days', now(), now(),
        case when status = 'pending' then now() + interval '21 days' end, quiet
      from (
        select i as a, 1 + (i - 1 + step) %% 100000 as b,
          case step when 7 then 'pending' when 13 then
            (array['rejected','withdrawn','expired','removed'])[1 + i %% 4] else 'approved' end as status,
          false as quiet
        from generate_series(2, 99900) i, unnest(array[1, 3, 7, 13]) step
        union all select 1, 50000 + j, 'approved', false from generate_series(1, 500) j
        union all select 50500 + j, 1, 'approved', false from generate_series(1, 500) j
        union all select 1, 52000 + j, 'pending', false from generate_series(1, 1000) j
        union all select 54000 + j, 1, 'pending', false from generate_series(1, 1000) j
        union all select 56000 + j, 1, 'pending', true from generate_series(1, 1000) j
        union all select 1, 60000 + j, (array['rejected','withdrawn','expired','removed'])[1 + j %% 4], false
          from generate_series(1, 10000) j
        union all select 70000 + j, 1, (array['rejected','withdrawn','expired','removed'])[1 + j %% 4], false
          from generate_series(1, 10000) j) as relation
      """
          .formatted(person("a"), person("b"));

  private static final String BLOCKS =
      "insert into block (blocker_id, blocked_id, created_at) select distinct "
          + person("a")
          + ", "
          + person("b")
          + ", now() from (select i as a, i + 17 as b from generate_series(2, 50000) i"
          + " union all select 1, 90000 + j from generate_series(1, 5000) j) as blocks";

  private static final String LINKS =
      "insert into connection_link (id, owner_id, code, uses, uses_left, auto_accept, created_at, expires_at, revoked_at)"
          + " select ('01930000-0000-0000-0000-' || lpad(to_hex(i), 12, '0'))::uuid, "
          + person("case when i <= 5000 then 1 else i end")
          + ", 'code-' || i, 1, 1, false, now(), now() + interval '7 days', case when i <= 4980 then now() end"
          + " from generate_series(1, 30000) i";

  private static final String NOTIFICATIONS =
      "insert into notification (id, user_id, kind, subject_id, other_id, created_at, read_at)"
          + " select ('01940000-0000-0000-0000-' || lpad(to_hex(i), 12, '0'))::uuid, "
          + person("case when i <= 20000 then 1 else i % 100000 + 1 end")
          + ", 'connection.requested', "
          + person("i")
          + ", "
          + person("i % 100000 + 1")
          + ", now(), case when i <> 10000 and i <= 19990 then now() end from generate_series(1, 100000) i";

  private static final String MESSAGES =
      """
      insert into message (id, conversation_id, seq, sender_id, client_id, body, created_at)
      select gen_random_uuid(), '00000000-0000-7000-8000-000000000001', s,
        '00000000-0000-7000-8000-000000000002', 'crowd-' || s, 'message ' || s, now()
      from generate_series(1, 50000) s
      """;
  private static final String LEDGER =
      "insert into connection_ledger (at, connection_id, sender_id, receiver_id, change)"
          + " select now(), id, sender_id, receiver_id, 'requested' from user_connection where id < '"
          + relation(100000)
          + "'";

  private static final String DELETED =
      "insert into deleted_connection (id, sender_id, receiver_id, status, created_at, deleted_at, version)"
          + " select ('01950000-0000-0000-0000-' || lpad(to_hex(i), 12, '0'))::uuid, "
          + person("case when i <= 1000 then 1 else i end")
          + ", "
          + person("60000 + i % 40000")
          + ", 'removed', now(), now(), 4 from generate_series(1, 20000) i";

  /** Filled at its first use. */
  private static final class Shared {
    private static final CrowdedDatabase CROWD = new CrowdedDatabase();

    private Shared() {}
  }
}
