package dev.parley.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttemptDelayTest {
  @Test
  void the_wait_begins_at_the_limit_and_doubles_up_to_a_quarter_of_an_hour() {
    assertThat(AttemptDelay.after(4, 5)).isEqualTo(Duration.ZERO);
    assertThat(AttemptDelay.after(5, 5)).isEqualTo(Duration.ofSeconds(1));
    assertThat(AttemptDelay.after(6, 5)).isEqualTo(Duration.ofSeconds(2));
    assertThat(AttemptDelay.after(9, 5)).isEqualTo(Duration.ofSeconds(16));
    assertThat(AttemptDelay.after(15, 5)).isEqualTo(Duration.ofMinutes(15));
    assertThat(AttemptDelay.after(Integer.MAX_VALUE, 5)).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void without_a_limit_nobody_waits() {
    assertThat(AttemptDelay.after(1000, 0)).isEqualTo(Duration.ZERO);
  }
}
