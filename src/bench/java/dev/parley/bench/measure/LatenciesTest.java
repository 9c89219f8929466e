package dev.parley.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
  private static final Schedule EVERY_MILLISECOND = new Schedule(1_000_000_000, 1_000);

  @Test
  void the_schedule_does_not_drift() {
    assertThat(new Schedule(5, 3).intended(3)).isEqualTo(5 + TimeUnit.SECONDS.toNanos(1));
    assertThat(new Schedule(5, 3).intended(3_000)).isEqualTo(5 + TimeUnit.SECONDS.toNanos(1_000));
  }

  @Test
  void a_message_that_could_only_be_sent_late_shows_its_full_wait() {
    Latencies latencies = new Latencies(EVERY_MILLISECOND, 0);
    long stalledUntil = EVERY_MILLISECOND.intended(100);
    for (int number = 0; number < 100; number++) {
      latencies.arrived(number, stalledUntil);
    }
    assertThat(latencies.percentile(100)).isCloseTo(100, within(0.2));
    assertThat(latencies.percentile(50)).isCloseTo(50, within(1.1));
  }

  @Test
  void messages_of_the_warm_up_do_not_count() {
    Latencies latencies = new Latencies(EVERY_MILLISECOND, 1);
    latencies.arrived(0, EVERY_MILLISECOND.intended(0) + 900 * MILLI);
    latencies.arrived(1, EVERY_MILLISECOND.intended(1) + 2 * MILLI);
    assertThat(latencies.count()).isOne();
    assertThat(latencies.percentile(99.9)).isCloseTo(2, within(0.01));
  }
}
