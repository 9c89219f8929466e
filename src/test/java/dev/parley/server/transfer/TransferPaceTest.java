package dev.parley.server.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TransferPaceTest {
  private static final Duration SPAN = Duration.ofSeconds(10);
  private static final int RATE = 100;

  private final TransferPace pace = new TransferPace(SPAN, RATE, at(0));

  @Test
  void nothing_is_too_slow_before_its_time_is_over() {
    assertThat(pace.isTooSlow(0, at(9))).isFalse();
    assertThat(pace.isTooSlow(0, at(10))).isTrue();
  }

  @Test
  void each_span_needs_its_own_bytes() {
    assertThat(pace.isTooSlow(50_000, at(10))).isFalse();
    assertThat(pace.isTooSlow(50_999, at(20))).isTrue();
  }

  @Test
  void what_moves_at_the_least_rate_may_take_for_ever() {
    for (int span = 1; span < 100; span++) {
      assertThat(pace.isTooSlow(span * 1000L, at(span * 10))).isFalse();
    }
  }

  @Test
  void without_a_rate_a_single_byte_is_enough() {
    TransferPace any = new TransferPace(SPAN, 0, at(0));
    assertThat(any.isTooSlow(1, at(10))).isFalse();
    assertThat(any.isTooSlow(1, at(20))).isTrue();
  }

  @Test
  void without_a_span_nothing_is_too_slow() {
    assertThat(new TransferPace(Duration.ZERO, RATE, at(0)).isTooSlow(0, at(1000))).isFalse();
  }

  private static long at(int second) {
    return Duration.ofSeconds(second).toNanos();
  }
}
