package dev.parley.connection;

import static dev.parley.journey.CrowdedDatabase.person;
import static dev.parley.journey.CrowdedDatabase.relation;

import dev.parley.caller.FoldedText;
import dev.parley.journey.Plan;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * With a hundred thousand people every list costs its page: the statements of the code, carried out
 * by PostgreSQL, read no table through and few rows more than they show.
 */
class QueryPlansIT {
  private static final int PAGE = 51;
  private static final UUID FAMOUS = person(1);
  private static final UUID SOMEBODY = person(40_000);
  private static final String FIRST = "ffffffff-ffff-ffff-ffff-ffffffffffff";

  @Test
  void a_page_of_the_directory() {
    Plan.of("directory", Directory.statement("", false, false), SOMEBODY, "", "", PAGE)
        .readsAtMost(4 * PAGE);
    // Each person with whom there is something already is passed over once.
    Plan.of("directory, further", Directory.statement("", true, false), FAMOUS, "", "greta.5", PAGE)
        .readsAtMost(10 * PAGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"xylophon", "maria", "smith", "greta.77", "eve.4242", "maria xylophon", "wei"})
  void a_search_of_the_directory(String word) {
    Plan.knowingValues(
            "search for " + word,
            Directory.statement(word, false, false),
            SOMEBODY,
            FoldedText.pattern(word),
            "",
            PAGE)
        .readsAtMost(60 * PAGE);
  }

  /** However rare they are, no more than a stretch is read for a page: its index and its rows. */
  @ParameterizedTest
  @ValueSource(strings = {"x", "e", "qx", "ж"})
  void a_search_for_one_or_two_characters(String q) {
    String pattern = FoldedText.pattern(q);
    Plan.of("the end of a stretch", Directory.END_OF_STRETCH, "greta.5", Directory.STRETCH - 1)
        .readsAtMost(Directory.STRETCH);
    // Somewhat less than a stretch.
    String end = "greta.62";
    Plan.knowingValues(
            "search for " + q,
            Directory.statement(q, true, true),
            SOMEBODY,
            pattern,
            "greta.5",
            PAGE,
            end)
        .readsAtMost(2 * Directory.STRETCH);
    Plan.knowingValues(
            "people found by " + q,
            Directory.acquaintances(q, true),
            SOMEBODY,
            pattern,
            "greta.5",
            PAGE,
            end)
        .readsAtMost(2 * Directory.STRETCH + 8 * PAGE);
  }

  @Test
  void the_lists_of_sent_and_pending_requests_and_mutual_connections() {
    Plan.of("sent requests", PeopleService.SENT, FAMOUS).readsAtMost(1000);
    Plan.of("pending requests", PeopleService.RECEIVED, FAMOUS).readsAtMost(1000);
    Plan.of("mutual connections", PeopleService.MUTUAL, FAMOUS).readsAtMost(2000);
  }

  @Test
  void the_lists_of_the_original_demo() {
    Plan.of("demo: users", PeopleService.EVERYBODY, SOMEBODY).readsAtMost(4000);
    Plan.of("demo: mutual", PeopleService.named(PeopleService.MUTUAL), FAMOUS).readsAtMost(3000);
    Plan.of("demo: pending", PeopleService.named(PeopleService.RECEIVED), FAMOUS).readsAtMost(2000);
  }

  @ParameterizedTest
  @CsvSource({
    ",,13",
    ",sent,6",
    ",received,7",
    "pending,,2",
    "pending,sent,1",
    "approved,,2",
    "rejected,,2",
    "withdrawn,sent,1",
    "expired,received,1",
    "removed,,2",
    "ignored,,1",
    "ignored,sent,0"
  })
  void a_page_of_relations(String status, String direction, int parts) {
    String sql = ConnectionLists.statement(status, direction);
    String title = "relations " + status + " " + direction;
    Plan.of(title, sql, FAMOUS, PAGE, FIRST).readsAtMost(parts * PAGE);
    Plan.of(title + ", further", sql, FAMOUS, PAGE, relation(402_500)).readsAtMost(parts * PAGE);
  }

  @Test
  void a_page_of_people_as_somebody_sees_them() {
    Plan.of("50 people seen by somebody", Persons.SEEN, SOMEBODY, people(2000, 50))
        .readsAtMost(50 * 12);
  }

  @Test
  void people_as_somebody_with_a_thousand_connections_sees_them() {
    // Their thousand friends are read once, whatever the page.
    Plan.of("50 people seen by the famous", Persons.SEEN, FAMOUS, people(2000, 50))
        .readsAtMost(2 * 1000 + 50 * 12);
    Plan.of("1,000 people seen by the famous", Persons.SEEN, FAMOUS, people(50_001, 1000))
        .readsAtMost(2 * 1000 + 1000 * 12);
  }

  @Test
  void a_pair_as_both_see_each_other() {
    Plan.of("a pair", PairViews.PAIR, SOMEBODY, person(2000)).readsAtMost(2 * 12);
    Plan.of("a pair with the famous", PairViews.PAIR, person(2000), FAMOUS)
        .readsAtMost(1000 + 2 * 12);
  }

  private static String people(int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(number -> person(number).toString())
        .collect(Collectors.joining(","));
  }

  @Test
  void blocks_links_and_the_ledger() {
    Plan.of("blocks", BlockService.blocked(false), FAMOUS, PAGE).readsAtMost(PAGE);
    Plan.of("blocks, further", BlockService.blocked(true), FAMOUS, PAGE, person(92_000))
        .readsAtMost(PAGE);
    Plan.of("links", LinkService.opened(false), FAMOUS, Instant.now(), PAGE).readsAtMost(PAGE);
    Plan.of("ledger", Ledger.LINES, relation(5), FAMOUS, 0, PAGE).readsAtMost(PAGE);
  }

  @Test
  void what_a_request_is_checked_against() {
    Instant yesterday = Instant.now().minusSeconds(86_400);
    Plan.of("live relation", Relations.LIVE, SOMEBODY, person(40_001)).readsAtMost(1);
    Plan.of("newest request", Relations.NEWEST, FAMOUS, person(60_007)).readsAtMost(1);
    Plan.of("pending requests of a sender", Relations.PENDING_ENDS, FAMOUS, yesterday, 50)
        .readsAtMost(2 * 50);
    Plan.of(
            "requests of the last day",
            Relations.SENT_SINCE,
            FAMOUS,
            Relations.lowestId(yesterday),
            yesterday,
            99)
        .readsAtMost(100);
  }

  @Test
  void what_is_due_to_expire() {
    Plan.of("due", Relations.DUE, Instant.now(), 200).readsAtMost(200);
    Plan.of("due, many", Relations.DUE, Instant.now().plusSeconds(30 * 86_400), 200)
        .readsAtMost(200);
  }

  @Test
  void the_live_relations_of_a_snapshot() {
    Plan.of("live relations", Relations.LIVE_OF, SOMEBODY).readsAtMost(20);
    Plan.of("live relations of the famous", Relations.LIVE_OF, FAMOUS).readsAtMost(4010);
  }

  @ParameterizedTest
  @CsvSource({"approved,7", "pending,7", "expired,7", ",14"})
  void a_page_of_all_relations(String status, int pages) {
    Instant from = Instant.now().minusSeconds(864_000);
    for (boolean newestFirst : List.of(true, false)) {
      RelationListService.Wanted wanted = new RelationListService.Wanted(null, status, null, null);
      Plan.knowingValues(
              "all relations, " + status,
              RelationListService.statement(wanted, newestFirst, false),
              PAGE,
              from,
              Instant.now().plusSeconds(86_400))
          .readsAtMost(pages * PAGE);
    }
  }

  @ParameterizedTest
  @CsvSource({"approved", "pending", "''"})
  void a_page_of_the_relations_of_people(String status) {
    RelationListService.Wanted wanted =
        new RelationListService.Wanted("somebody", status.isEmpty() ? null : status, null, null);
    String ids =
        IntStream.rangeClosed(1, 50)
            .mapToObj(number -> person(number).toString())
            .collect(Collectors.joining(","));
    Plan.knowingValues(
            "relations of people, " + status,
            RelationListService.statement(wanted, true, true),
            PAGE,
            Instant.EPOCH,
            Instant.now().plusSeconds(86_400),
            Instant.now().plusSeconds(3600),
            UUID.fromString(FIRST),
            ids)
        .readsAtMost(60 * PAGE);
  }

  @Test
  void the_ledger_of_two_people() {
    Plan.of("ledger of a pair", PairLedger.LINES, FAMOUS, person(60_007), Long.MAX_VALUE, PAGE)
        .readsAtMost(2 * PAGE);
  }

  @Test
  void how_many_connections_the_people_of_a_page_have() {
    String ids =
        IntStream.rangeClosed(2, 51)
            .mapToObj(number -> person(number).toString())
            .collect(Collectors.joining(","));
    Plan.of("numbers of connections", ConnectionCounts.COUNT, ids).readsAtMost(10 * 50);
  }
}
