package dev.parley.consent.connection;

import static dev.parley.journey.CrowdedDatabase.person;
import static dev.parley.journey.CrowdedDatabase.relation;

import dev.parley.journey.Plan;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * With a hundred thousand people, every list of relations costs its page: PostgreSQL reads few rows
 * more than are shown.
 */
class ConnectionPlansIT {

  private static final int PAGE = 51;
  private static final UUID FAMOUS = person(1);
  private static final UUID SOMEBODY = person(40_000);
  private static final String FIRST = "ffffffff-ffff-ffff-ffff-ffffffffffff";

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
  void a_pair_as_both_see_each_other() {
    Plan.of("a pair", PairViews.PAIR, SOMEBODY, person(2000)).readsAtMost(2 * 12);
    Plan.of("a pair with the famous", PairViews.PAIR, person(2000), FAMOUS)
        .readsAtMost(1000 + 2 * 12);
  }

  @Test
  void blocks_and_the_ledger() {
    Plan.of("blocks", BlockService.blocked(false), FAMOUS, PAGE).readsAtMost(PAGE);
    Plan.of("blocks, further", BlockService.blocked(true), FAMOUS, PAGE, person(92_000))
        .readsAtMost(PAGE);
    Plan.of("ledger", Ledger.LINES, relation(5), FAMOUS, 0, PAGE).readsAtMost(PAGE);
  }

  @Test
  void what_a_request_is_checked_against() {
    Instant yesterday = Instant.now().minusSeconds(86_400);
    Plan.of("live relation", ConnectionRepository.LIVE, SOMEBODY, person(40_001)).readsAtMost(1);
    Plan.of("newest request", ConnectionRepository.NEWEST, FAMOUS, person(60_007)).readsAtMost(1);
    Plan.of(
            "pending requests of a sender",
            ConnectionRepository.PENDING_ENDS,
            FAMOUS,
            yesterday,
            50)
        .readsAtMost(2 * 50);
    Plan.of(
            "requests of the last day",
            ConnectionRepository.SENT_SINCE,
            FAMOUS,
            ConnectionRepository.lowestId(yesterday),
            yesterday,
            99)
        .readsAtMost(100);
  }

  @Test
  void what_is_due_to_expire() {
    Plan.of("due", ConnectionRepository.DUE, Instant.now(), 200).readsAtMost(200);
    Plan.of("due, many", ConnectionRepository.DUE, Instant.now().plusSeconds(30 * 86_400), 200)
        .readsAtMost(200);
  }

  @Test
  void the_live_relations_of_a_snapshot() {
    Plan.of("live relations", ConnectionRepository.LIVE_OF, SOMEBODY).readsAtMost(20);
    Plan.of("live relations of the famous", ConnectionRepository.LIVE_OF, FAMOUS).readsAtMost(4010);
  }

  @ParameterizedTest
  @CsvSource({"approved,7", "pending,7", "expired,7", ",14"})
  void a_page_of_all_relations(String status, int pages) {
    Instant from = Instant.now().minusSeconds(864_000);
    for (boolean newestFirst : List.of(true, false)) {
      RelationListService.RelationFilter wanted =
          new RelationListService.RelationFilter(null, status, null, null);
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
    RelationListService.RelationFilter wanted =
        new RelationListService.RelationFilter(
            "somebody", status.isEmpty() ? null : status, null, null);
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
