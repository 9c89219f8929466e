package dev.parley.consent.person;

import static dev.parley.journey.CrowdedDatabase.person;

import dev.parley.journey.Plan;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * With a hundred thousand people, showing people costs its page: PostgreSQL reads few rows more
 * than are shown.
 */
class PersonPlansIT {
  private static final UUID FAMOUS = person(1);
  private static final UUID SOMEBODY = person(40_000);

  @Test
  void a_page_of_people_as_somebody_sees_them() {
    Plan.of("50 people seen by somebody", PersonViews.SEEN, SOMEBODY, people(2000, 50))
        .readsAtMost(50 * 12);
  }

  @Test
  void people_as_somebody_with_a_thousand_connections_sees_them() {
    // Their thousand friends are read once, whatever the page.
    Plan.of("50 people seen by the famous", PersonViews.SEEN, FAMOUS, people(2000, 50))
        .readsAtMost(2 * 1000 + 50 * 12);
    Plan.of("1,000 people seen by the famous", PersonViews.SEEN, FAMOUS, people(50_001, 1000))
        .readsAtMost(2 * 1000 + 1000 * 12);
  }

  private static String people(int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(number -> person(number).toString())
        .collect(Collectors.joining(","));
  }
}
