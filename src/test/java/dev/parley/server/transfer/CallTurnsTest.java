package dev.parley.server.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.transfer.CallTurns.Entry;
import dev.parley.server.transfer.CallTurns.Turn;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallTurnsTest {
  private final CallTurns turns = new CallTurns(2, 2);
  private final List<String> paused = new ArrayList<>();
  private final List<String> begun = new ArrayList<>();

  private Turn call(String caller, String name) {
    return new Turn(caller) {
      @Override
      void pause() {
        paused.add(name);
      }

      @Override
      void resume() {
        assertThat(paused).contains(name);
        begun.add(name);
      }
    };
  }

  @AfterEach
  void the_thread_is_left_as_it_was() {
    CallTurns.endOfThisThread();
  }

  @Test
  void a_few_calls_of_one_caller_begin_at_once_and_more_wait_their_turn() {
    Turn first = call("ada", "first");
    assertThat(turns.enter(first)).isEqualTo(Entry.BEGINS);
    assertThat(turns.enter(call("ada", "second"))).isEqualTo(Entry.BEGINS);
    assertThat(turns.enter(call("ada", "third"))).isEqualTo(Entry.WAITS);
    assertThat(turns.enter(call("ada", "fourth"))).isEqualTo(Entry.WAITS);
    assertThat(turns.enter(call("ada", "fifth"))).isEqualTo(Entry.REFUSED);
    first.end();
    assertThat(begun).containsExactly("third");
  }

  @Test
  void callers_do_not_wait_for_each_other() {
    turns.enter(call("ada", "a"));
    turns.enter(call("ada", "b"));
    assertThat(turns.enter(call("ben", "c"))).isEqualTo(Entry.BEGINS);
  }

  @Test
  void a_turn_ends_once() {
    Turn first = call("ada", "a");
    turns.enter(first);
    turns.enter(call("ada", "b"));
    turns.enter(call("ada", "c"));
    turns.enter(call("ada", "d"));
    first.end();
    first.end();
    assertThat(begun).containsExactly("c");
  }

  @Test
  void there_is_room_again_when_all_is_over() {
    for (int round = 0; round < 3; round++) {
      Turn one = call("ada", "one");
      Turn other = call("ada", "other");
      assertThat(turns.enter(one)).isEqualTo(Entry.BEGINS);
      assertThat(turns.enter(other)).isEqualTo(Entry.BEGINS);
      one.end();
      other.end();
    }
  }

  @Test
  void a_call_that_needs_no_thread_any_more_gives_its_turn_on() {
    Turn first = call("ada", "a");
    turns.enter(first);
    turns.enter(call("ada", "b"));
    turns.enter(call("ada", "c"));
    first.isOfThisThread();
    CallTurns.endOfThisThread();
    CallTurns.endOfThisThread();
    assertThat(begun).containsExactly("c");
  }

  @Test
  void at_zero_any_number_begins() {
    CallTurns any = new CallTurns(0, 0);
    for (int i = 0; i < 100; i++) {
      Turn turn = call("ada", "a");
      assertThat(any.enter(turn)).isEqualTo(Entry.BEGINS);
      if (i % 2 == 0) {
        turn.end();
      }
    }
  }
}
