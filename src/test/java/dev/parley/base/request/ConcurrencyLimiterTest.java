package dev.parley.base.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People take turns, and nobody waits for another's pile. */
class ConcurrencyLimiterTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private final UUID ada = UUID.randomUUID();
  private final UUID ben = UUID.randomUUID();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> done = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch open = new CountDownLatch(1);

  @AfterEach
  void stop() {
    open.countDown();
    threads.shutdownNow();
  }

  private Future<?> brings(ConcurrencyLimiter<UUID> limiter, UUID person, String piece)
      throws Exception {
    int before = limiter.inside();
    Future<?> brought = threads.submit(() -> limiter.run(person, () -> work(piece)));
    for (long end = System.nanoTime() + LONG.toNanos(); limiter.inside() == before; ) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
    return brought;
  }

  private Object work(String piece) {
    begun.countDown();
    try {
      open.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return done.add(piece);
  }

  @Test
  void somebody_who_brings_one_is_next_after_the_one_that_is_in_work() throws Exception {
    ConcurrencyLimiter<UUID> limiter = new ConcurrencyLimiter<>(1, 0, 100, LONG);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      all.add(brings(limiter, ada, "ada"));
    }
    all.add(brings(limiter, ben, "ben"));
    open.countDown();
    for (Future<?> each : all) {
      each.get(30, TimeUnit.SECONDS);
    }
    assertThat(done.indexOf("ben")).isLessThanOrEqualTo(2);
  }

  @Test
  void who_has_brought_enough_is_told_when_to_come_back_and_others_are_not() throws Exception {
    ConcurrencyLimiter<UUID> limiter = new ConcurrencyLimiter<>(1, 2, 100, LONG);
    brings(limiter, ada, "first");
    brings(limiter, ada, "second");
    busy(limiter, ada);
    Future<?> bens = brings(limiter, ben, "ben");
    open.countDown();
    bens.get(30, TimeUnit.SECONDS);
  }

  @Test
  void of_a_full_line_there_is_still_one_place_for_each() throws Exception {
    ConcurrencyLimiter<UUID> limiter = new ConcurrencyLimiter<>(1, 0, 2, LONG);
    brings(limiter, ada, "first");
    brings(limiter, ada, "second");
    busy(limiter, ada);
    brings(limiter, ben, "ben");
    busy(limiter, ben);
  }

  private static void busy(ConcurrencyLimiter<UUID> limiter, UUID person) {
    assertThatThrownBy(() -> limiter.run(person, () -> 1))
        .isInstanceOfSatisfying(
            DomainException.class,
            e -> {
              assertThat(e.code()).isEqualTo(CommonCode.BUSY);
              assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(2));
            });
  }

  @Test
  void work_that_fails_gives_its_place_back() {
    ConcurrencyLimiter<UUID> limiter = new ConcurrencyLimiter<>(1, 1, 1, LONG);
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(
              () ->
                  limiter.run(
                      ada,
                      () -> {
                        throw new IllegalStateException("failed");
                      }))
          .hasMessage("failed");
    }
    assertThat(limiter.run(ada, () -> 3)).isEqualTo(3);
    assertThat(limiter.inside()).isZero();
  }

  @Test
  void as_many_pieces_are_done_at_once_as_may_be() throws Exception {
    ConcurrencyLimiter<UUID> limiter = new ConcurrencyLimiter<>(2, 0, 100, LONG);
    CyclicBarrier together = new CyclicBarrier(2);
    List<Future<Integer>> both = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      both.add(threads.submit(() -> limiter.run(ada, () -> await(together))));
    }
    for (Future<Integer> each : both) {
      assertThat(each.get(30, TimeUnit.SECONDS)).isNotNegative();
    }
  }

  private static int await(CyclicBarrier together) {
    try {
      return together.await(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      return -1;
    }
  }

  @Test
  void what_has_waited_for_long_is_refused() throws Exception {
    ConcurrencyLimiter<UUID> limiter = new ConcurrencyLimiter<>(1, 0, 100, Duration.ofMillis(1));
    brings(limiter, ada, "first");
    begun.await();
    busy(limiter, ben);
  }
}
