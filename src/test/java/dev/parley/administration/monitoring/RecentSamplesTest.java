package dev.parley.administration.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.reach.live.DeliveryTimes;
import dev.parley.reach.webpush.PushTally;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rates are differences of notes of the last minute. */
class RecentSamplesTest {
  private static final DeliveryTimes.CountedTimes NOTHING = new DeliveryTimes().counted();

  /** A note at a second at which so many messages had been sent. */
  private static Sample note(int second, long messages) {
    Counters counts = new Counters(0, 0, messages, 0, 0, 0, 0, 0, 0, new PushTally.Counts(0, 0, 0));
    return new Sample(TimeUnit.SECONDS.toNanos(second), counts, NOTHING, 0);
  }

  @Test
  void a_rate_is_what_came_between_two_notes_by_the_time_between_them() {
    assertThat(note(20, 1_050).perSecond(note(10, 1_000), Counters::messages)).isEqualTo(5);
    assertThat(note(13, 1).perSecond(note(10, 0), Counters::messages)).isEqualTo(0.33);
    assertThat(note(20, 1_050).more(note(10, 1_000), Counters::messages)).isEqualTo(50);
  }

  @Test
  void at_the_very_beginning_there_is_no_rate() {
    RecentSamples notes = new RecentSamples(note(0, 5));
    assertThat(notes.newest().perSecond(notes.before(10), Counters::messages)).isZero();
  }

  @Test
  void before_ten_seconds_have_gone_a_rate_is_of_those_that_have() {
    RecentSamples notes = new RecentSamples(note(0, 0));
    IntStream.rangeClosed(1, 4).forEach(second -> notes.add(note(second, second * 3L)));
    assertThat(notes.newest().perSecond(notes.before(10), Counters::messages)).isEqualTo(3);
  }

  @Test
  void the_note_of_so_many_seconds_ago_is_found_and_older_ones_than_a_minute_are_not_kept() {
    RecentSamples notes = new RecentSamples(note(0, 0));
    IntStream.rangeClosed(1, 500).forEach(second -> notes.add(note(second, second)));
    assertThat(notes.newest()).isEqualTo(note(500, 500));
    assertThat(notes.before(10)).isEqualTo(note(490, 490));
    assertThat(notes.before(RecentSamples.MINUTE)).isEqualTo(note(440, 440));
    assertThat(notes.before(1_000)).isEqualTo(note(440, 440));
  }
}
