package dev.parley.chat.message;

import static dev.parley.journey.CrowdedChat.GROUP;
import static dev.parley.journey.CrowdedChat.MESSAGES;
import static dev.parley.journey.CrowdedDatabase.person;

import dev.parley.journey.CrowdedChat;
import dev.parley.journey.Plan;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every list of messages costs its page, in a conversation of whatever length. */
class MessagePlansIT {
  private static final UUID FAMOUS = person(1);
  private static final int PAGE = 51;

  @BeforeAll
  static void fill() throws SQLException {
    CrowdedChat.fill();
  }

  @Test
  void a_page_of_history() {
    Plan.inOrder("the newest messages", Messages.BEFORE, GROUP, 0, Long.MAX_VALUE, PAGE)
        .readsAtMost(2 * PAGE);
    Plan.inOrder("messages before", Messages.BEFORE, GROUP, 0, MESSAGES / 2, PAGE)
        .readsAtMost(2 * PAGE);
    Plan.inOrder("messages after", Messages.AFTER, GROUP, MESSAGES / 2, PAGE).readsAtMost(2 * PAGE);
    Plan.inOrder("the oldest messages", Messages.AFTER, GROUP, 0, PAGE).readsAtMost(2 * PAGE);
  }

  @Test
  void messages_that_events_are_about() {
    List<UUID> ids =
        IntStream.rangeClosed(1, 200).mapToObj(i -> CrowdedChat.message(i * 7)).toList();
    Plan.inOrder("200 messages by id", Messages.BY_IDS, FAMOUS, ids).readsAtMost(4 * 200);
    Plan.inOrder("their reactions", Messages.REACTIONS, FAMOUS, ids).readsAtMost(200);
  }

  @Test
  void the_newest_message_of_each_conversation_of_a_page() {
    List<UUID> page = IntStream.rangeClosed(0, 49).mapToObj(CrowdedChat::conversation).toList();
    Plan.inOrder("newest messages", Messages.LATEST, FAMOUS, page).readsAtMost(5 * 50);
  }
}
