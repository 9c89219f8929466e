package dev.parley.container;

import dev.parley.base.request.ApplicationReady;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Work that is scheduled as all of the application's own: when the application is ready. */
@ApplicationScoped
public class ScheduledWork {
  private final Queue<FutureTask<?>> waiting = new ConcurrentLinkedQueue<>();

  @Inject private ManagedScheduledExecutorService scheduler;

  void begin(@Observes ApplicationReady ready) {
    scheduler.scheduleWithFixedDelay(this::carryOut, 50, 50, TimeUnit.MILLISECONDS);
  }

  private void carryOut() {
    for (FutureTask<?> next = waiting.poll(); next != null; next = waiting.poll()) {
      next.run();
    }
  }

  /** Has something done at the next run. */
  public <T> Future<T> add(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    waiting.add(task);
    return task;
  }
}
