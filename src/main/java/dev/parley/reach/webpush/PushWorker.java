package dev.parley.reach.webpush;

import dev.parley.base.problem.Outage;
import dev.parley.base.request.ApplicationReady;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one thread on which everything about pushing is done, one thing after the other. */
@ApplicationScoped
@ManagedExecutorDefinition(name = "java:app/concurrent/ParleyPushes", maxAsync = 1)
public class PushWorker {
  private static final Logger LOG = Logger.getLogger(PushWorker.class.getName());

  @Resource(lookup = "java:app/concurrent/ParleyPushes")
  private ManagedExecutorService executor;

  @Inject private PushSettings settings;
  @Inject private PushTally tally;

  @Inject
  @ConfigProperty(name = "parley.limits.push-queue")
  private int mostWaiting;

  private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private Future<?> thread;

  void begin(@Observes ApplicationReady ready) {
    if (settings.areOn()) {
      thread = executor.submit(this::work);
    }
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
    if (thread != null) {
      thread.cancel(true);
    }
  }

  /** Leaves news on it; when too much lies there already they are dropped. */
  void offer(Runnable news) {
    if (tasks.size() < mostWaiting) {
      tasks.add(news);
    } else {
      tally.dropped();
    }
  }

  /** Leaves what has to be done about a push under way, of which there are only so many. */
  void add(Runnable task) {
    tasks.add(task);
  }

  private void work() {
    try {
      while (true) {
        carryOut(tasks.take());
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private static void carryOut(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      Outage.log(LOG, "Something could not be pushed", e);
    }
  }
}
