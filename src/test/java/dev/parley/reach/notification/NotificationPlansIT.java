package dev.parley.reach.notification;

import static dev.parley.journey.CrowdedDatabase.person;

import dev.parley.journey.Plan;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** With twenty thousand entries in a bell list, a page of it still costs a page. */
class NotificationPlansIT {
  private static final int PAGE = 51;

  @Test
  void a_page_of_the_bell_list() {
    Plan.of("notifications", NotificationService.page(false), person(1), PAGE)
        .readsAtMost(2 * PAGE);
    UUID middle = UUID.fromString("01940000-0000-0000-0000-%012x".formatted(12_000));
    Plan.of("notifications, further", NotificationService.page(true), person(1), PAGE, middle)
        .readsAtMost(2 * PAGE);
  }

  @Test
  void marking_read_reads_what_is_unread() {
    UUID request = person(10_000);
    Plan.of(
            "settle",
            NotificationService.markRead(
                " and n.kind = 'connection.requested' and n.subject_id = ?3"),
            person(1),
            java.time.Instant.now(),
            request)
        // Found and locked, taken from there, changed.
        .readsAtMost(3);
  }
}
