package dev.parley.reach.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shares of latencies are told within a sixteenth, from microseconds to hours. */
class DeliveryTimesTest {
  private final DeliveryTimes latencies = new DeliveryTimes();

  @Test
  void nothing_counted_is_zero() {
    assertThat(latencies.counted().count()).isZero();
    assertThat(latencies.counted().millis(0.99)).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 17, 31, 32, 33, 999, 1_000, 65_535, 65_536, 3_600_000_000L})
  void one_is_told_within_a_sixteenth(long micros) {
    latencies.count(TimeUnit.MICROSECONDS.toNanos(micros));
    double millis = micros / 1_000.0;
    assertThat(latencies.counted().millis(0.5)).isBetween(millis, millis * 17 / 16);
  }

  @Test
  void shares_of_many_are_where_they_should_be() {
    LongStream.rangeClosed(1, 1_000).map(TimeUnit.MILLISECONDS::toNanos).forEach(latencies::count);
    assertThat(latencies.counted().count()).isEqualTo(1_000);
    assertThat(latencies.counted().millis(0.5)).isCloseTo(500, within(32.0));
    assertThat(latencies.counted().millis(0.99)).isCloseTo(990, within(62.0));
    assertThat(latencies.counted().millis(1)).isCloseTo(1_000, within(63.0));
  }

  @Test
  void what_was_counted_between_two_moments_stands_alone() {
    latencies.count(TimeUnit.SECONDS.toNanos(1));
    DeliveryTimes.CountedTimes before = latencies.counted();
    latencies.count(TimeUnit.MILLISECONDS.toNanos(2));
    DeliveryTimes.CountedTimes between = latencies.counted().since(before);
    assertThat(between.count()).isOne();
    assertThat(between.millis(1)).isLessThan(3);
  }

  @Test
  void clocks_that_jump_and_years_do_no_harm() {
    latencies.count(-1);
    latencies.count(Long.MAX_VALUE);
    assertThat(latencies.counted().count()).isEqualTo(2);
  }

  @Test
  void many_threads_lose_none() {
    IntStream.range(0, 10_000).parallel().forEach(i -> latencies.count(i * 1_000L));
    assertThat(latencies.counted().count()).isEqualTo(10_000);
  }
}
