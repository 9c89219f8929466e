package dev.parley.consent.invitation;

import static dev.parley.journey.CrowdedDatabase.person;

import dev.parley.journey.Plan;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * With a hundred thousand people, a list of links costs its page: PostgreSQL reads few rows more
 * than are shown.
 */
class LinkPlansIT {
  private static final int PAGE = 51;
  private static final UUID FAMOUS = person(1);

  @Test
  void the_open_links_of_somebody() {
    Plan.of("links", LinkService.opened(false), FAMOUS, Instant.now(), PAGE).readsAtMost(PAGE);
  }
}
