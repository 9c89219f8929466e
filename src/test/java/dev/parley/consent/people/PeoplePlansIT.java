package dev.parley.consent.people;

import static dev.parley.journey.CrowdedDatabase.person;

import dev.parley.base.request.FoldedText;
import dev.parley.journey.Plan;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * With a hundred thousand people, finding people costs its page: PostgreSQL reads few rows more
 * than are shown.
 */
class PeoplePlansIT {
  private static final int PAGE = 51;
  private static final UUID FAMOUS = person(1);
  private static final UUID SOMEBODY = person(40_000);

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
}
