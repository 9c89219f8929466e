package dev.parley.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.problem.CommonCode;
import dev.parley.problem.DomainException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People take turns, and nobody waits for another's pile. */
class PictureQueueTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private final UUID ada = UUID.randomUUID();
  private final UUID ben = UUID.randomUUID();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> done = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch open = new CountDownLatch(1);

  @AfterEach
  void stop() {
    open.countDown();
    threads.shutdownNow();
  }

  private Future<?> brings(PictureQueue queue, UUID person, String piece) throws Exception {
    int before = queue.waiting();
    Future<?> brought = threads.submit(() -> queue.take(person, () -> work(piece)));
    for (long end = System.nanoTime() + LONG.toNanos(); queue.waiting() == before; ) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
    return brought;
  }

  private Object work(String piece) {
    try {
      open.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return done.add(piece);
  }

  @Test
  void somebody_who_brings_one_is_next_after_the_one_that_is_in_work() throws Exception {
    PictureQueue queue = new PictureQueue(0, 100, LONG);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      all.add(brings(queue, ada, "ada"));
    }
    all.add(brings(queue, ben, "ben"));
    open.countDown();
    for (Future<?> each : all) {
      each.get(30, TimeUnit.SECONDS);
    }
    assertThat(done.indexOf("ben")).isLessThanOrEqualTo(2);
  }

  @Test
  void who_has_brought_enough_is_told_when_to_come_back_and_others_are_not() throws Exception {
    PictureQueue queue = new PictureQueue(2, 100, LONG);
    brings(queue, ada, "first");
    brings(queue, ada, "second");
    busy(queue, ada);
    Future<?> bens = brings(queue, ben, "ben");
    open.countDown();
    bens.get(30, TimeUnit.SECONDS);
  }

  @Test
  void of_a_full_queue_there_is_still_one_place_for_each() throws Exception {
    PictureQueue queue = new PictureQueue(0, 2, LONG);
    brings(queue, ada, "first");
    brings(queue, ada, "second");
    busy(queue, ada);
    brings(queue, ben, "ben");
    busy(queue, ben);
  }

  private static void busy(PictureQueue queue, UUID person) {
    assertThatThrownBy(() -> queue.take(person, () -> 1))
        .isInstanceOfSatisfying(
            DomainException.class,
            e -> {
              assertThat(e.code()).isEqualTo(CommonCode.BUSY);
              assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(2));
            });
  }

  @Test
  void work_that_fails_gives_its_place_back() {
    PictureQueue queue = new PictureQueue(1, 1, LONG);
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(
              () ->
                  queue.take(
                      ada,
                      () -> {
                        throw new IllegalStateException("failed");
                      }))
          .hasMessage("failed");
    }
    assertThat(queue.take(ada, () -> 3)).isEqualTo(3);
    assertThat(queue.waiting()).isZero();
  }
}
