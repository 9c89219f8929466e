package dev.parley.journey;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * Talk among the people of the crowded database, filled in once: the well-known one is in a
 * thousand direct conversations and, with a thousand others, in a group of a hundred thousand
 * messages; thirty thousand other pairs have talked as well.
 */
public final class CrowdedChat {
  /** The group of a thousand members and a hundred thousand messages. */
  public static final UUID GROUP = conversation(0);

  /** How many messages the group has. */
  public static final int MESSAGES = 100_000;

  private static final String ID =
      "('01940000-0000-0000-0000-' || lpad(to_hex(%s), 12, '0'))::uuid";
  private static final String PERSON =
      "('01900000-0000-0000-0000-' || lpad(to_hex(%s), 12, '0'))::uuid";

  private static final String[] FILL = {
    "insert into conversation (id, kind, title, member_count, created_at, last_activity_at, last_seq)"
        + " values (%s, 'group', 'Everybody', 1000, now(), now(), %d)"
            .formatted(ID.formatted("0"), MESSAGES),
    "insert into conversation (id, kind, user_low, user_high, member_count, created_at, last_activity_at, last_seq)"
        + " select %s, 'direct', %s, %s, 2, now(), now() - i * interval '1 second', 2"
            .formatted(
                ID.formatted("i"), PERSON.formatted("low"), PERSON.formatted("low + distance"))
        + " from (select i, 1 as low, 2000 + i as distance from generate_series(1, 1000) i"
        + " union all select i + 1000, 2 * i + 10000, 1 from generate_series(1, 30000) i) as pairs",
    "insert into conversation_member (id, conversation_id, user_id, role, joined_at)"
        + " select gen_random_uuid(), c.id, u, 'member', c.created_at"
        + " from conversation c cross join lateral unnest(array[c.user_low, c.user_high]) u where kind = 'direct'",
    "insert into conversation_member (id, conversation_id, user_id, role, joined_at)"
        + " select gen_random_uuid(), %s, %s, 'member', now() from generate_series(1, 1000) i"
            .formatted(ID.formatted("0"), PERSON.formatted("i")),
    "insert into message (id, conversation_id, seq, sender_id, client_id, body, reacted, created_at)"
        + " select ('01950000-0000-0000-0000-' || lpad(to_hex(i), 12, '0'))::uuid, %s, i, %s, 'c' || i, 'Hello', i %% 10 = 0, now()"
            .formatted(ID.formatted("0"), PERSON.formatted("1 + i %% 1000"))
        + " from generate_series(1, %d) i".formatted(MESSAGES),
    "insert into message (id, conversation_id, seq, sender_id, client_id, body, created_at)"
        + " select gen_random_uuid(), c.id, s, c.user_low, c.id || '-' || s, 'Hi', now()"
        + " from conversation c cross join generate_series(1, 2) s where kind = 'direct'",
    "insert into message_reaction (message_id, emoji, user_id, created_at)"
        + " select ('01950000-0000-0000-0000-' || lpad(to_hex(i), 12, '0'))::uuid, '👍', %s, now()"
            .formatted(PERSON.formatted("1 + i %% 1000"))
        + " from generate_series(10, %d, 10) i".formatted(MESSAGES),
    "insert into draft (conversation_id, user_id, body, updated_at)"
        + " select conversation_id, user_id, 'Dear', now() from conversation_member",
    "vacuum analyze"
  };

  private CrowdedChat() {}

  /** The id of a conversation: 0 the group, 1 to 1,000 the well-known one's, and others. */
  public static UUID conversation(int number) {
    return UUID.fromString("01940000-0000-0000-0000-%012x".formatted(number));
  }

  /** The id of the group's message of that seq. */
  public static UUID message(int seq) {
    return UUID.fromString("01950000-0000-0000-0000-%012x".formatted(seq));
  }

  /** Fills it in, unless it has been. */
  public static synchronized void fill() throws SQLException {
    try (Connection connection = CrowdedDatabase.shared().connect();
        Statement statement = connection.createStatement()) {
      String filled = "select 1 from conversation where id = '%s'".formatted(GROUP);
      if (statement.executeQuery(filled).next()) {
        return;
      }
      for (String sql : FILL) {
        statement.execute(sql.replace("%%", "%"));
      }
    }
  }
}
