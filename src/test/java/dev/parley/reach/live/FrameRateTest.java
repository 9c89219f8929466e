package dev.parley.reach.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A client that sends too fast is slowed first and refused when that does not help. */
class FrameRateTest {

  @Test
  void a_burst_goes_through_at_once() {
    FrameRate rate = new FrameRate(1, 40);
    assertThat(IntStream.range(0, 40).mapToObj(i -> rate.admit())).containsOnly(Duration.ZERO);
  }

  @Test
  void above_the_burst_nothing_more_is_read_until_the_rate_has_made_up_for_it() {
    FrameRate rate = new FrameRate(20, 1);
    assertThat(rate.admit()).isZero();
    assertThat(rate.admit()).isBetween(Duration.ofMillis(1), Duration.ofMillis(50));
    assertThat(rate.isExceeded()).isFalse();
  }

  @Test
  void nobody_waits_but_the_client() {
    FrameRate rate = new FrameRate(1, 1);
    Instant began = Instant.now();
    IntStream.range(0, 60).forEach(i -> rate.admit());
    assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void who_goes_on_too_fast_is_refused_and_nobody_else() {
    FrameRate fast = new FrameRate(500, 1);
    FrameRate other = new FrameRate(1, 40);
    IntStream.range(0, 1_000).forEach(i -> fast.admit());
    IntStream.range(0, 48).forEach(i -> other.admit());
    assertThat(fast.isExceeded()).isTrue();
    assertThat(other.isExceeded()).isFalse();
  }

  @Test
  void what_the_server_has_to_read_counts_as_more_frames() {
    FrameRate rate = new FrameRate(1, 40);
    assertThat(rate.charge(30)).isZero();
    assertThat(rate.charge(30)).isBetween(Duration.ofSeconds(18), Duration.ofSeconds(20));
  }

  @Test
  void it_counts_a_burst_at_most() {
    assertThat(new FrameRate(20, 40).charge(1_000_000)).isZero();
  }

  @Test
  void a_burst_of_zero_is_none_above_the_rate() {
    FrameRate rate = new FrameRate(1, 0);
    assertThat(rate.admit()).isZero();
    assertThat(rate.admit()).isPositive();
  }

  @Test
  void without_a_limit_everything_goes_through() {
    assertThat(IntStream.range(0, 100_000).mapToObj(i -> FrameRate.UNLIMITED.admit()))
        .containsOnly(Duration.ZERO);
    assertThat(FrameRate.UNLIMITED.charge(1_000_000)).isZero();
    assertThat(FrameRate.UNLIMITED.isExceeded()).isFalse();
  }
}
