package dev.parley.chat.search;

import static dev.parley.journey.CrowdedDatabase.person;

import dev.parley.chat.search.BackwardScan.ScanPosition;
import dev.parley.journey.CrowdedChat;
import dev.parley.journey.CrowdedDatabase;
import dev.parley.journey.Plan;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A person with 120,000 messages of their own among as many of others in few and many
 * conversations, where some have a common word and few a rare one: a search reads what it finds.
 */
class SearchPlansIT {
  private static final UUID ME = person(77);
  private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

  private static final String CONVERSATIONS =
      """
      insert into conversation (id, kind, title, last_seq, member_count, created_at, last_activity_at)
      select ('01950000-0000-0000-0000-' || lpad(to_hex(c), 12, '0'))::uuid, 'group', 'c' || c, 20000, 2, now(), now()
      from generate_series(1, 11) c
      """;
  private static final String MEMBERS =
      """
      insert into conversation_member (id, conversation_id, user_id, role, joined_at)
      select gen_random_uuid(), ('01950000-0000-0000-0000-' || lpad(to_hex(c), 12, '0'))::uuid,
        case when c = 1 and u = 77 then '%s'::uuid
          else ('01900000-0000-0000-0000-' || lpad(to_hex(1000 + c + u), 12, '0'))::uuid end, 'member', now()
      from generate_series(1, 11) c, unnest(array[77, 500]) u
      """
          .formatted(ME);
  private static final String MANY_MEMBERS =
      """
      insert into conversation_member (id, conversation_id, user_id, role, joined_at)
      select gen_random_uuid(), ('01950000-0000-0000-0000-' || lpad(to_hex(c), 12, '0'))::uuid,
        ('01900000-0000-0000-0000-' || lpad(to_hex(5000 + u), 12, '0'))::uuid, 'member', now()
      from generate_series(2, 11) c, generate_series(1, 2000) u
      """;
  private static final String MESSAGES =
      """
      insert into message (id, conversation_id, seq, sender_id, client_id, body, created_at)
      select ('01960000-0000-0000-0000-' || lpad(to_hex(i * 16 + c), 12, '0'))::uuid,
        ('01950000-0000-0000-0000-' || lpad(to_hex(c), 12, '0'))::uuid, i, '%s', c || '-' || i,
        md5(i || '-' || c) || case when i %% 2 = 0 then ' common' else '' end
          || case when i %% 1000 = 7 then ' Xylophon' else '' end, now() - interval '1 second' * (20000 - i)
      from generate_series(1, 20000) i, generate_series(1, 11) c
      """
          .formatted(ME);

  @BeforeAll
  static void fill() throws SQLException {
    CrowdedChat.fill();
    try (Connection connection = CrowdedDatabase.shared().connect();
        Statement statement = connection.createStatement()) {
      for (String sql :
          List.of(
              "drop index message_text_search",
              CONVERSATIONS,
              MEMBERS,
              MANY_MEMBERS,
              MESSAGES,
              "insert into message_text select id, conversation_id, seq, sender_id, created_at,"
                  + " lower(body collate \"und-x-icu\") from message",
              "create index message_text_search on message_text using gin ((array[conversation_id]), body gin_trgm_ops)",
              "vacuum analyze message",
              "vacuum analyze message_text",
              "analyze conversation_member")) {
        statement.execute(sql);
      }
    }
  }

  private static SearchFilter wanted(String... words) {
    return new SearchFilter(List.of(words), null, null, null, null);
  }

  private static Plan few(String title, SearchFilter wanted) {
    return Plan.knowingValuesInOrder(
        title, MessageSearch.few(wanted), MessageSearch.fewParameters(ME, wanted, LAST));
  }

  private static UUID conversation(int number) {
    return UUID.fromString("01950000-0000-0000-0000-%012x".formatted(number));
  }

  private static UUID message(int seq, int conversation) {
    return UUID.fromString("01960000-0000-0000-0000-%012x".formatted(seq * 16 + conversation));
  }

  private static Plan step(String title, SearchFilter wanted, int most, ScanPosition... from) {
    return Plan.knowingValuesInOrder(
        title,
        MessageSearch.step(wanted),
        MessageSearch.stepParameters(wanted, List.of(from), most));
  }

  @Test
  void a_rare_word_leads_to_its_messages_past_those_of_others() {
    // Twenty of mine; 220 have the word altogether.
    few("a rare word", wanted("xylophon")).readsAtMost(500);
    few("a word that nobody used", wanted("zzzyzx")).readsAtMost(100);
    few("a rare and a common word", wanted("common", "xylophon")).readsAtMost(500);
  }

  @Test
  void the_way_back_reads_what_it_passes_however_long_the_conversation_and_however_far_it_came() {
    ScanPosition top = new ScanPosition(conversation(1), 0, LAST);
    ScanPosition middle = new ScanPosition(conversation(1), 0, message(10_000, 1));
    ScanPosition other = new ScanPosition(conversation(2), 0, message(500, 2));
    step("a step from the newest", wanted("common"), 100, top).readsAtMost(100);
    step("a step from the middle", wanted("common", "xylophon"), 100, middle).readsAtMost(100);
    step("a step in two conversations", wanted("zzzyzx"), 200, middle, other).readsAtMost(2 * 200);
  }

  @Test
  void a_common_word_is_collected_up_to_a_limit() {
    few("a common word, counted", wanted("common")).readsAtMost(5 * MessageSearch.FEW);
  }
}
