package dev.parley.reach.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What waits for a live session: in order, one at a time, never without bounds. */
class OutboundTest {
  private final MovingClock clock = new MovingClock();
  private final List<String> written = new ArrayList<>();
  private final Queue<Consumer<Boolean>> onTheirWay = new ArrayDeque<>();
  private final LiveCounts counts = new LiveCounts();
  private final AtomicInteger roomAgain = new AtomicInteger();

  private Outbound slow(int frames, long bytes) {
    return new Outbound(
        (frame, done) -> {
          written.add(frame);
          onTheirWay.add(done);
        },
        clock,
        new Outbound.Bounds(frames, bytes),
        counts,
        roomAgain::incrementAndGet);
  }

  private void arrives() {
    onTheirWay.remove().accept(true);
  }

  @Test
  void one_frame_is_on_its_way_at_a_time_and_all_keep_their_order() {
    Outbound outbound = slow(10, 1000);
    List.of("a", "b", "c").forEach(outbound::add);
    assertThat(written).containsExactly("a");
    arrives();
    assertThat(written).containsExactly("a", "b");
    arrives();
    arrives();
    assertThat(written).containsExactly("a", "b", "c");
  }

  @Test
  void a_frame_too_many_is_refused() {
    Outbound outbound = slow(2, 1000);
    assertThat(outbound.add("a")).isTrue();
    assertThat(outbound.add("b")).isTrue();
    assertThat(outbound.add("c")).isFalse();
  }

  @Test
  void what_waits_and_is_on_its_way_is_its_depth() {
    Outbound outbound = slow(10, 1000);
    outbound.add("é");
    outbound.add("bc");
    assertThat(outbound.depth()).isEqualTo(new Outbound.Depth(2, 4));
    arrives();
    assertThat(outbound.depth()).isEqualTo(new Outbound.Depth(1, 2));
  }

  @Test
  void an_event_counts_as_delivered_when_it_has_been_written_and_no_other_frame_does() {
    Outbound outbound = slow(10, 1000);
    outbound.add("answer");
    outbound.add("event", System.nanoTime());
    arrives();
    assertThat(counts.deliveries().count()).isZero();
    arrives();
    assertThat(counts.deliveries().count()).isOne();
  }

  @Test
  void bytes_are_counted_as_they_go_over_the_wire() {
    Outbound outbound = slow(10, 5);
    assertThat(outbound.add("éé")).isTrue();
    assertThat(outbound.add("é")).isFalse();
  }

  @Test
  void what_has_arrived_makes_room() {
    Outbound outbound = slow(2, 1000);
    outbound.add("a");
    outbound.add("b");
    arrives();
    assertThat(outbound.add("c")).isTrue();
  }

  @Test
  void zero_turns_a_bound_off() {
    Outbound outbound = slow(0, 0);
    assertThat(IntStream.range(0, 10_000).allMatch(i -> outbound.add("frame " + i))).isTrue();
  }

  @Test
  void what_can_wait_waits_at_half_of_the_bounds_and_is_called_when_there_is_room() {
    Outbound outbound = slow(4, 1000);
    outbound.add("a");
    assertThat(outbound.hasRoom()).isTrue();
    outbound.add("b");
    assertThat(outbound.hasRoom()).isFalse();
    assertThat(roomAgain).hasValue(0);
    arrives();
    assertThat(roomAgain).hasValue(1);
    arrives();
    assertThat(roomAgain).as("nobody asked again").hasValue(1);
  }

  @Test
  void a_transport_that_calls_back_at_once_does_not_use_up_the_stack() {
    Queue<Consumer<Boolean>> first = new ArrayDeque<>();
    Outbound outbound =
        new Outbound(
            (frame, done) -> {
              written.add(frame);
              if (written.size() == 1) {
                first.add(done);
              } else {
                done.accept(true);
              }
            },
            clock,
            new Outbound.Bounds(0, 0),
            counts,
            roomAgain::incrementAndGet);
    IntStream.range(0, 100_000).forEach(i -> outbound.add("frame " + i));
    first.remove().accept(true);
    assertThat(written).hasSize(100_000);
  }

  @Test
  void a_frame_that_does_not_arrive_is_noticed() {
    Outbound outbound = slow(10, 1000);
    outbound.add("a");
    clock.moves(Duration.ofSeconds(20));
    assertThat(outbound.isStuck(Duration.ofSeconds(20))).isFalse();
    clock.moves(Duration.ofMillis(1));
    assertThat(outbound.isStuck(Duration.ofSeconds(20))).isTrue();
    arrives();
    assertThat(outbound.isStuck(Duration.ofSeconds(20))).isFalse();
  }

  @Test
  void a_failure_ends_it_and_is_noticed() {
    Outbound outbound = slow(10, 1000);
    outbound.add("a");
    outbound.add("b");
    onTheirWay.remove().accept(false);
    assertThat(written).containsExactly("a");
    assertThat(outbound.isStuck(Duration.ofDays(1))).isTrue();
    assertThat(outbound.hasRoom()).isFalse();
  }

  @Test
  void a_closed_one_sends_and_keeps_nothing() {
    Outbound outbound = slow(1, 1000);
    outbound.add("a");
    outbound.close();
    assertThat(outbound.add("b")).isTrue();
    assertThat(outbound.add("c")).isTrue();
    arrives();
    assertThat(written).containsExactly("a");
  }

  @Test
  void a_wire_that_throws_breaks_the_session_and_nothing_else() {
    Outbound dead =
        new Outbound(
            (frame, done) -> {
              throw new IllegalStateException("The connection has been closed.");
            },
            clock,
            new Outbound.Bounds(10, 1000),
            counts,
            roomAgain::incrementAndGet);
    assertThat(dead.add("a")).isFalse();
    assertThat(dead.isStuck(Duration.ofHours(1))).isTrue();
    assertThat(dead.depth()).isEqualTo(new Outbound.Depth(0, 0));
  }
}
