package dev.parley.reach.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A live session takes its journal one after the other, whatever it is offered. */
class JournalCursorTest {
  @Test
  void who_is_seen_behind_in_the_same_place_again_and_again_stands() {
    JournalCursor still = new JournalCursor(4);
    assertThat(still.stalledLooks(4)).isZero();
    assertThat(still.stalledLooks(6)).isEqualTo(1);
    assertThat(still.stalledLooks(6)).isEqualTo(2);
    assertThat(still.stalledLooks(9)).as("whatever comes meanwhile").isEqualTo(3);
    still.moveTo(5);
    assertThat(still.stalledLooks(9)).as("it moves").isEqualTo(1);
    still.moveTo(9);
    assertThat(still.stalledLooks(9)).isZero();
  }

  private final JournalCursor place = new JournalCursor(4);
  private final List<Long> taken = new ArrayList<>();

  private void offers(long... seqs) {
    LongStream.of(seqs)
        .filter(place::isBefore)
        .forEach(
            seq -> {
              place.moveTo(seq);
              taken.add(seq);
            });
  }

  @Test
  void it_begins_after_its_place() {
    offers(1, 2, 3, 4, 5, 6);
    assertThat(taken).containsExactly(5L, 6L);
    assertThat(place.position()).isEqualTo(6);
  }

  @Test
  void what_it_has_had_and_what_comes_too_early_is_dropped() {
    offers(5, 5, 7, 6, 5, 8, 7, 6, 8);
    assertThat(taken).containsExactly(5L, 6L, 7L, 8L);
  }

  @Test
  void it_starts_anew_where_it_is_told_to() {
    offers(5, 6, 7);
    place.startAfter(5);
    offers(8, 6, 7, 8);
    assertThat(taken).containsExactly(5L, 6L, 7L, 6L, 7L, 8L);
  }

  @Test
  void what_waits_for_a_place_is_due_when_it_is_reached_and_once() {
    offers(5, 6, 7);
    place.repeatAfter(5, 7, "synced");
    assertThat(place.due()).isEmpty();
    offers(6);
    assertThat(place.due()).isEmpty();
    offers(7);
    assertThat(place.due()).containsExactly("synced");
    assertThat(place.due()).isEmpty();
  }

  @Test
  void what_waits_for_a_place_that_was_reached_is_due_at_once() {
    place.repeatAfter(4, 4, "synced");
    assertThat(place.due()).containsExactly("synced");
  }

  @Test
  void what_waits_keeps_its_order() {
    place.repeatAfter(2, 6, "first");
    place.repeatAfter(4, 5, "second");
    offers(5);
    assertThat(place.due()).as("the first was asked for before").isEmpty();
    offers(6);
    assertThat(place.due()).containsExactly("first", "second");
  }

  @Test
  void a_new_beginning_forgets_what_waited() {
    place.repeatAfter(2, 6, "synced");
    place.startAfter(9);
    assertThat(place.due()).isEmpty();
  }

  @Test
  void who_misses_an_event_is_behind_for_as_long_as_it_is_missing() {
    place.startAfter(5);
    assertThat(behindAt(0, 5)).isZero();
    assertThat(behindAt(10, 7)).as("seen for the first time").isZero();
    assertThat(behindAt(12, 9)).isEqualTo(2);
    offers(6, 7);
    assertThat(behindAt(20, 9)).as("another event is missing now").isZero();
    assertThat(behindAt(23, 9)).isEqualTo(3);
    offers(8, 9);
    assertThat(behindAt(40, 9)).isZero();
  }

  @Test
  void who_goes_back_was_not_behind_all_the_time() {
    place.startAfter(5);
    assertThat(behindAt(0, 5)).isZero();
    place.repeatAfter(2, 5, "synced");
    assertThat(behindAt(1_000, 5)).isZero();
    assertThat(behindAt(1_001, 5)).isOne();
  }

  private long behindAt(long second, long head) {
    return place.behind(head, Instant.EPOCH.plusSeconds(second)).toSeconds();
  }
}
