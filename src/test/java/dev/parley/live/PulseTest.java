package dev.parley.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Who does not answer is missing; who was not asked is not. */
class PulseTest {
  private static final Duration LIMIT = Duration.ofSeconds(18);

  private final Later clock = new Later();
  private final Pulse pulse = new Pulse(clock);

  @Test
  void a_client_that_answers_is_there() {
    for (int i = 0; i < 5; i++) {
      pulse.ask();
      clock.passes(17);
      assertThat(pulse.isMissingFor(LIMIT)).isFalse();
      pulse.heard();
      clock.passes(8);
    }
  }

  @Test
  void a_client_that_does_not_answer_in_time_is_missing_however_often_it_is_asked_again() {
    pulse.ask();
    clock.passes(10);
    pulse.ask();
    clock.passes(9);
    assertThat(pulse.isMissingFor(LIMIT)).isTrue();
  }

  @Test
  void a_client_that_nobody_asked_is_not_missing() {
    clock.passes(3_600);
    assertThat(pulse.isMissingFor(LIMIT)).isFalse();
    pulse.ask();
    clock.passes(17);
    assertThat(pulse.isMissingFor(LIMIT)).isFalse();
    clock.passes(2);
    assertThat(pulse.isMissingFor(LIMIT)).isTrue();
  }

  @Test
  void any_sign_of_life_is_the_last_one() {
    Instant begun = pulse.lastHeard();
    clock.passes(5);
    pulse.heard();
    pulse.ask();
    clock.passes(5);
    assertThat(pulse.lastHeard()).isEqualTo(begun.plusSeconds(5));
  }

  /** A clock that moves when it is told to. */
  private static final class Later extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    void passes(long seconds) {
      now = now.plusSeconds(seconds);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
