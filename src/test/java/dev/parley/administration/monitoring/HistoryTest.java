package dev.parley.administration.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The history is that of an hour and no longer. */
class HistoryTest {
  private final History history = new History();

  private static History.Point point(int step) {
    Instant at = Instant.EPOCH.plusSeconds((long) step * History.STEP_SECONDS);
    return new History.Point(at, step, 0, 0, 0, 0, 0, 0, null, 0);
  }

  @Test
  void it_begins_empty_and_keeps_its_order() {
    assertThat(history.points()).isEmpty();
    history.add(point(1));
    history.add(point(2));
    assertThat(history.points()).containsExactly(point(1), point(2));
  }

  @Test
  void an_hour_later_the_first_points_are_gone() {
    IntStream.rangeClosed(1, 400).mapToObj(HistoryTest::point).forEach(history::add);
    assertThat(history.points()).hasSize(360).startsWith(point(41)).endsWith(point(400));
  }
}
