package dev.parley.reach.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every user has their turn, whatever became of the ones before. */
@Timeout(20)
class FairQueueTest {
  private final FairQueue queue = new FairQueue();
  private final UUID ada = UUID.randomUUID();
  private final UUID ben = UUID.randomUUID();
  private final List<UUID> served = new ArrayList<>();

  @Test
  void a_turn_at_once_that_fails_leaves_the_next_one_free() throws Exception {
    assertThatThrownBy(() -> queue.now(ada, FairQueueTest::fails))
        .isInstanceOf(IllegalStateException.class);
    assertThat(queue.now(ada, () -> served.add(ada))).isTrue();
    queue.call(ada);
    queue.serveCalled(this::done);
    assertThat(served).containsExactly(ada, ada);
  }

  @Test
  void a_turn_that_fails_leaves_the_next_one_free() throws Exception {
    queue.call(ada);
    assertThatThrownBy(
            () ->
                queue.serveCalled(
                    user -> {
                      fails();
                      return true;
                    }))
        .isInstanceOf(IllegalStateException.class);
    queue.call(ada);
    queue.serveCalled(this::done);
    assertThat(served).containsExactly(ada);
  }

  @Test
  void who_is_called_during_a_turn_gets_another_one() throws Exception {
    queue.now(
        ada,
        () -> {
          assertThat(queue.now(ada, FairQueueTest::fails)).isFalse();
          queue.call(ada);
          queue.call(ada);
        });
    queue.serveCalled(this::done);
    queue.call(ben);
    queue.serveCalled(this::done);
    assertThat(served).containsExactly(ada, ben);
  }

  @Test
  void who_needs_more_than_one_turn_keeps_nobody_waiting() throws Exception {
    queue.call(ada);
    queue.serveCalled(user -> true);
    queue.call(ben);
    queue.serveCalled(this::done);
    assertThat(queue.now(ada, FairQueueTest::fails)).isFalse();
    queue.serveUnfinished(this::done);
    assertThat(served).containsExactly(ben, ada);
    assertThat(queue.now(ada, () -> served.add(ada))).isTrue();
  }

  @Test
  void a_turn_that_never_ends_is_no_reason_to_wait_for_it() throws Exception {
    queue.now(
        ada,
        () -> {
          queue.callAnew(ada);
          serveCalled();
        });
    assertThat(served).containsExactly(ada);
    assertThat(queue.now(ada, () -> served.add(ada))).isTrue();
  }

  private void serveCalled() {
    try {
      queue.serveCalled(this::done);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private boolean done(UUID user) {
    served.add(user);
    return false;
  }

  private static void fails() {
    throw new IllegalStateException("The connection has been closed.");
  }
}
