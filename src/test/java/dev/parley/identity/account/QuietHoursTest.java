package dev.parley.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quiet hours are those of the user's own clock, also across midnight. */
class QuietHoursTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-26T22:00:00Z, true",
    "2026-11-26T23:59:59Z, true",
    "2026-11-26T00:00:00Z, true",
    "2026-11-26T06:59:59Z, true",
    "2026-11-26T07:00:00Z, false",
    "2026-11-26T12:00:00Z, false",
    "2026-11-26T21:59:59Z, false"
  })
  void they_may_span_midnight(String at, boolean quiet) {
    assertThat(new QuietHours("22:00", "07:00", "UTC").cover(Instant.parse(at))).isEqualTo(quiet);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-26T12:59:59Z, false",
    "2026-11-26T13:00:00Z, true",
    "2026-11-26T13:59:59Z, true",
    "2026-11-26T14:00:00Z, false"
  })
  void they_may_be_of_one_day(String at, boolean quiet) {
    assertThat(new QuietHours("13:00", "14:00", "UTC").cover(Instant.parse(at))).isEqualTo(quiet);
  }

  @ParameterizedTest
  @CsvSource({
    "Asia/Tokyo,      2026-11-26T13:30:00Z, true",
    "Asia/Tokyo,      2026-11-26T22:30:00Z, false",
    "America/Chicago, 2026-11-26T13:30:00Z, false",
    "America/Chicago, 2026-11-27T04:30:00Z, true",
    // Summer time there: an hour earlier.
    "America/Chicago, 2026-07-27T03:30:00Z, true",
    "America/Chicago, 2026-11-27T03:30:00Z, false"
  })
  void they_are_of_the_users_time_zone(String zone, String at, boolean quiet) {
    assertThat(new QuietHours("22:00", "07:00", zone).cover(Instant.parse(at))).isEqualTo(quiet);
  }

  @ParameterizedTest
  @CsvSource({"2026-11-26T21:59:00Z", "2026-11-26T22:00:00Z", "2026-11-26T22:01:00Z"})
  void they_are_none_when_they_end_as_they_begin(String at) {
    assertThat(new QuietHours("22:00", "22:00", "UTC").cover(Instant.parse(at))).isFalse();
  }
}
