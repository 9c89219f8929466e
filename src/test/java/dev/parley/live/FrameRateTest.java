package dev.parley.live;

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
    Instant began = Instant.now();
    assertThat(IntStream.range(0, 40).allMatch(i -> rate.admit())).isTrue();
    assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void above_the_burst_a_frame_waits_for_its_turn() {
    FrameRate rate = new FrameRate(20, 1);
    assertThat(rate.admit()).isTrue();
    long began = System.nanoTime();
    assertThat(rate.admit()).isTrue();
    assertThat(rate.admit()).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(50));
  }

  @Test
  void who_goes_on_too_fast_is_refused() {
    FrameRate rate = new FrameRate(500, 1);
    assertThat(IntStream.range(0, 1_000).allMatch(i -> rate.admit())).isFalse();
  }

  @Test
  void a_burst_of_zero_is_none_above_the_rate() {
    FrameRate rate = new FrameRate(5, 0);
    assertThat(IntStream.range(0, 5).allMatch(i -> rate.admit())).isTrue();
  }

  @Test
  void without_a_limit_everything_goes_through() {
    assertThat(IntStream.range(0, 100_000).allMatch(i -> FrameRate.UNLIMITED.admit())).isTrue();
  }
}
