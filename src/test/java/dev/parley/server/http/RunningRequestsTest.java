package dev.parley.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who is let in, and how long the end waits for them. */
class RunningRequestsTest {
  private static final Duration LONG = Duration.ofMinutes(10);
  private final RunningRequests requests = new RunningRequests();

  @Test
  void nobody_is_let_in_once_it_is_closed() {
    assertThat(requests.enter()).isTrue();
    requests.close();
    assertThat(requests.enter()).isFalse();
  }

  @Test
  void without_any_there_is_nothing_to_wait_for() throws Exception {
    requests.enter();
    requests.leave();
    assertThat(requests.awaitNone(LONG)).isZero();
  }

  @Test
  void the_end_waits_until_the_last_has_left() throws Exception {
    requests.enter();
    requests.enter();
    requests.leave();
    CompletableFuture<Integer> end = CompletableFuture.supplyAsync(() -> left(LONG));
    assertThat(end).isNotDone();
    requests.leave();
    assertThat(end.get(30, TimeUnit.SECONDS)).isZero();
  }

  @Test
  void it_does_not_wait_for_ever() {
    requests.enter();
    assertThat(left(Duration.ofMillis(1))).isEqualTo(1);
  }

  private int left(Duration limit) {
    try {
      return requests.awaitNone(limit);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
