package dev.parley.reach.webpush;

import static dev.parley.journey.CrowdedChat.GROUP;
import static dev.parley.journey.CrowdedDatabase.person;

import dev.parley.journey.CrowdedChat;
import dev.parley.journey.CrowdedDatabase;
import dev.parley.journey.Plan;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whom a message may be pushed to costs its conversation, however many have subscribed. */
class PushPlansIT {
  private static final int GROUP_SIZE = 1_000;
  private static final Instant NOW = Instant.now();
  private static final String[] SUBSCRIBE = {
    "insert into sign_in (id, user_id, device, address, created_at, last_used_at, access_expires_at,"
        + " idle_expires_at, expires_at) select u.id, u.id, 'phone', '', now(), now(), now(),"
        + " now() + interval '9 days', now() + interval '9 days' from users u on conflict do nothing",
    "insert into push_subscription (id, user_id, sign_in_id, endpoint, public_key, auth, created_at)"
        + " select u.id, u.id, u.id, 'https://push.example.org/' || u.id, decode(repeat('00', 65), 'hex'),"
        + " decode(repeat('00', 16), 'hex'), now() from users u on conflict do nothing",
    "update users set browser_notifications = true where id in"
        + " (select user_id from conversation_member where conversation_id = '%s')"
            .formatted(GROUP),
    "vacuum analyze users",
    "vacuum analyze sign_in",
    "vacuum analyze push_subscription"
  };

  @BeforeAll
  static void everybody_has_subscribed() throws SQLException {
    CrowdedChat.fill();
    try (Connection connection = CrowdedDatabase.shared().connect();
        Statement statement = connection.createStatement()) {
      for (String sql : SUBSCRIBE) {
        statement.execute(sql);
      }
    }
  }

  private static Plan plan(String title, int largest) {
    List<UUID> messages = List.of(CrowdedChat.message(5));
    return Plan.inOrder(title, PushTargets.OF_MESSAGES, largest, NOW, NOW, messages, largest);
  }

  @Test
  void a_message_in_a_group_costs_a_few_look_ups_for_each_member() {
    plan("pushes to a group", GROUP_SIZE).readsAtMost(5 * GROUP_SIZE);
  }

  @Test
  void a_message_in_a_group_above_the_limit_costs_nothing_when_it_names_nobody() {
    plan("pushes to a group above the limit", GROUP_SIZE - 1).readsAtMost(2);
  }

  @Test
  void a_notification_costs_its_reader() {
    Plan.inOrder("pushes of a notification", PushTargets.OF_NOTIFICATION, NOW, NOW, person(10_000))
        .readsAtMost(5);
  }
}
