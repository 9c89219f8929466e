package dev.parley.chat.conversation;

import static dev.parley.journey.CrowdedChat.GROUP;
import static dev.parley.journey.CrowdedChat.conversation;
import static dev.parley.journey.CrowdedDatabase.person;

import dev.parley.journey.CrowdedChat;
import dev.parley.journey.Plan;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What conversations cost does not depend on how many messages and other conversations are kept.
 */
class ConversationPlansIT {
  private static final UUID FAMOUS = person(1);
  private static final int THEIRS = 1001;
  private static final int PAGE = 51;
  private static final Instant FIRST = Instant.parse("9999-01-01T00:00:00Z");
  private static final UUID LAST_ID = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

  @BeforeAll
  static void fill() throws SQLException {
    CrowdedChat.fill();
  }

  @Test
  void a_page_of_the_list_reads_one_row_for_each_conversation_of_its_owner() {
    Plan.inOrder("my conversations", Conversations.LISTED, FAMOUS, FIRST, LAST_ID, PAGE)
        .readsAtMost(2 * THEIRS);
    Plan.inOrder("few conversations", Conversations.LISTED, person(10_002), FIRST, LAST_ID, PAGE)
        .readsAtMost(10);
  }

  @Test
  void a_page_as_its_owner_sees_it() {
    List<UUID> page = IntStream.rangeClosed(1, 50).mapToObj(CrowdedChat::conversation).toList();
    Plan.inOrder("50 conversations", Conversations.SEEN, page, FAMOUS).readsAtMost(4 * 50);
    Plan.inOrder("their members", MemberRepository.OF, page, 200).readsAtMost(7 * 50);
    Plan.inOrder("the members of a large group", MemberRepository.OF, List.of(GROUP), 200)
        .readsAtMost(1 + 2 * 1000 + 200);
    Plan.inOrder(
            "a page of them", MemberRepository.PAGE, GROUP, Instant.EPOCH, new UUID(0, 0), PAGE)
        .readsAtMost(4 * PAGE);
  }

  @Test
  void what_a_marker_needs() {
    Plan.inOrder("a member", Memberships.FIND, conversation(5), FAMOUS).readsAtMost(2);
    Plan.inOrder("who is told", MemberRepository.TOLD, conversation(5), FAMOUS).readsAtMost(5);
    Plan.inOrder("what was passed over", ReadService.COUNT_SKIPPED, GROUP, 50_000, 50_200, FAMOUS)
        .readsAtMost(2 * 200);
  }

  @Test
  void the_groups_that_two_people_share() {
    Plan.inOrder("shared groups", Audience.SHARED_GROUPS, person(17), person(18)).readsAtMost(20);
  }
}
