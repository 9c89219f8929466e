package dev.parley.administration.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The log is read in stretches of time by its ids. */
class AuditLogServiceTest {

  @Test
  void a_stretch_that_begins_before_all_time_has_every_line() {
    assertThat(AuditLogService.lowestId(Instant.parse("1969-12-31T23:59:00Z")))
        .isEqualTo(new UUID(0, 0));
  }

  @Test
  void ids_are_in_the_order_of_their_times() {
    assertThat(
            Stream.of("1970-01-01T00:00:00Z", "2026-11-20T10:00:00Z", "9999-12-31T23:59:59Z")
                .map(Instant::parse)
                .map(AuditLogService::lowestId)
                .map(UUID::toString))
        .isSortedAccordingTo(Comparator.naturalOrder())
        .doesNotHaveDuplicates();
  }
}
