package dev.parley.reach.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who does not answer is missing; who was not asked is not. */
class HeartbeatTest {
  private static final Duration LIMIT = Duration.ofSeconds(18);

  private final MovingClock clock = new MovingClock();
  private final Heartbeat heartbeat = new Heartbeat(clock);

  @Test
  void a_client_that_answers_is_there() {
    for (int i = 0; i < 5; i++) {
      heartbeat.ask();
      clock.moves(Duration.ofSeconds(17));
      assertThat(heartbeat.isMissingFor(LIMIT)).isFalse();
      heartbeat.heard();
      clock.moves(Duration.ofSeconds(8));
    }
  }

  @Test
  void a_client_that_does_not_answer_in_time_is_missing_however_often_it_is_asked_again() {
    heartbeat.ask();
    clock.moves(Duration.ofSeconds(10));
    heartbeat.ask();
    clock.moves(Duration.ofSeconds(9));
    assertThat(heartbeat.isMissingFor(LIMIT)).isTrue();
  }

  @Test
  void a_client_that_nobody_asked_is_not_missing() {
    clock.moves(Duration.ofSeconds(3_600));
    assertThat(heartbeat.isMissingFor(LIMIT)).isFalse();
    heartbeat.ask();
    clock.moves(Duration.ofSeconds(17));
    assertThat(heartbeat.isMissingFor(LIMIT)).isFalse();
    clock.moves(Duration.ofSeconds(2));
    assertThat(heartbeat.isMissingFor(LIMIT)).isTrue();
  }

  @Test
  void any_sign_of_life_is_the_last_one() {
    Instant begun = heartbeat.lastHeard();
    clock.moves(Duration.ofSeconds(5));
    heartbeat.heard();
    heartbeat.ask();
    clock.moves(Duration.ofSeconds(5));
    assertThat(heartbeat.lastHeard()).isEqualTo(begun.plusSeconds(5));
  }
}
