package dev.parley.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.live.Latencies;
import dev.parley.push.PushTally;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rates are differences of notes of the last minute. */
class NotesTest {
  private static final Latencies.Counted NOTHING = new Latencies().counted();

  /** A note at a second at which so many messages had been sent. */
  private static Note note(int second, long messages) {
    Counts counts = new Counts(0, 0, messages, 0, 0, 0, 0, 0, 0, new PushTally.Counts(0, 0, 0));
    return new Note(TimeUnit.SECONDS.toNanos(second), counts, NOTHING, 0);
  }

  @Test
  void a_rate_is_what_came_between_two_notes_by_the_time_between_them() {
    assertThat(note(20, 1_050).perSecond(note(10, 1_000), Counts::messages)).isEqualTo(5);
    assertThat(note(13, 1).perSecond(note(10, 0), Counts::messages)).isEqualTo(0.33);
    assertThat(note(20, 1_050).more(note(10, 1_000), Counts::messages)).isEqualTo(50);
  }

  @Test
  void at_the_very_beginning_there_is_no_rate() {
    Notes notes = new Notes(note(0, 5));
    assertThat(notes.newest().perSecond(notes.before(10), Counts::messages)).isZero();
  }

  @Test
  void before_ten_seconds_have_gone_a_rate_is_of_those_that_have() {
    Notes notes = new Notes(note(0, 0));
    IntStream.rangeClosed(1, 4).forEach(second -> notes.add(note(second, second * 3L)));
    assertThat(notes.newest().perSecond(notes.before(10), Counts::messages)).isEqualTo(3);
  }

  @Test
  void the_note_of_so_many_seconds_ago_is_found_and_older_ones_than_a_minute_are_not_kept() {
    Notes notes = new Notes(note(0, 0));
    IntStream.rangeClosed(1, 500).forEach(second -> notes.add(note(second, second)));
    assertThat(notes.newest()).isEqualTo(note(500, 500));
    assertThat(notes.before(10)).isEqualTo(note(490, 490));
    assertThat(notes.before(Notes.MINUTE)).isEqualTo(note(440, 440));
    assertThat(notes.before(1_000)).isEqualTo(note(440, 440));
  }
}
