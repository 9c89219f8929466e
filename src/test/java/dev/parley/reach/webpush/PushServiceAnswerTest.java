package dev.parley.reach.webpush;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.reach.webpush.PushServiceAnswer.Sense;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer of a push service means. */
class PushServiceAnswerTest {
  private static final Instant NOW = Instant.parse("2026-11-26T20:00:00Z");

  private static PushServiceAnswer busy(String retryAfter) {
    return PushServiceAnswer.of(503, Optional.ofNullable(retryAfter), NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "200, TAKEN",
    "201, TAKEN",
    "202, TAKEN",
    "204, TAKEN",
    "404, GONE",
    "410, GONE",
    "429, LATER",
    "500, LATER",
    "503, LATER",
    "0, LATER",
    "301, REFUSED",
    "400, REFUSED",
    "401, REFUSED",
    "403, REFUSED",
    "413, REFUSED"
  })
  void each_status_has_its_sense(int status, Sense sense) {
    assertThat(PushServiceAnswer.of(status, Optional.empty(), NOW).sense()).isEqualTo(sense);
  }

  @Test
  void it_is_tried_three_times_more_each_time_later() {
    assertThat(busy(null).waitAfter(1)).contains(Duration.ofSeconds(1));
    assertThat(busy(null).waitAfter(2)).contains(Duration.ofSeconds(4));
    assertThat(busy(null).waitAfter(3)).contains(Duration.ofSeconds(16));
    assertThat(busy(null).waitAfter(4)).isEmpty();
    assertThat(busy("1").waitAfter(4)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | PT0S",
        "7 | PT7S",
        "60 | PT1M",
        "Thu, 26 Nov 2026 20:00:30 GMT | PT30S",
        "Thu, 26 Nov 2026 19:59:30 GMT | PT0S"
      })
  void the_service_says_how_long_it_wants_to_be_left_alone(String retryAfter, Duration wait) {
    assertThat(busy(retryAfter).waitAfter(1)).contains(wait);
  }

  @ParameterizedTest
  @ValueSource(strings = {"61", "999999999", "Thu, 26 Nov 2026 21:00:00 GMT"})
  void longer_than_a_minute_is_not_waited(String retryAfter) {
    assertThat(busy(retryAfter).waitAfter(1)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-1", "9999999999"})
  void what_is_no_time_says_nothing(String retryAfter) {
    assertThat(busy(retryAfter).waitAfter(1)).contains(Duration.ofSeconds(1));
  }
}
