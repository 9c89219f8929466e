package dev.parley.reach.webpush;

import dev.parley.base.problem.Outage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Brings pushes to the services and does what those answer; only the worker's thread comes here.
 *
 * <p>Whether a browser may get a push was decided when it was taken; one that had to wait is
 * decided anew, as its sign-in may have ended.
 */
@ApplicationScoped
public class PushDispatcher {
  private static final Logger LOG = Logger.getLogger(PushDispatcher.class.getName());
  private static final int AT_ONCE = 32;
  private static final Duration FRESH = Duration.ofSeconds(1);

  @Inject private PushClient calls;
  @Inject private PushWorker worker;
  @Inject private PushTally tally;
  @Inject private PushSettings settings;
  @Inject private SubscriptionService subscriptions;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "parley.limits.push-queue")
  private int mostWaiting;

  private final Map<String, ServiceQueue> queues = new HashMap<>();
  private final Set<String> complainedOf = new HashSet<>();

  /** Takes a push for a browser; when too many wait already it is dropped. */
  void take(PushPayload payload, Subscription to) {
    if (queues.values().stream().mapToInt(ServiceQueue::size).sum() >= mostWaiting) {
      tally.dropped();
      return;
    }
    ServiceQueue queue = queues.computeIfAbsent(to.origin(), origin -> new ServiceQueue(AT_ONCE));
    queue.add(new Push(payload, to, clock.instant(), 0));
    go(queue);
  }

  private void go(ServiceQueue queue) {
    for (Optional<Push> next = queue.next(); next.isPresent(); next = queue.next()) {
      bring(queue, next.get());
    }
  }

  private void bring(ServiceQueue queue, Push push) {
    try {
      Instant now = clock.instant();
      Push tried = push.triedOnceMore(now);
      CompletableFuture<PushServiceAnswer> answer =
          mayStillGo(push, now)
              ? calls.post(tried)
              : CompletableFuture.completedFuture(PushServiceAnswer.UNWANTED);
      answer.thenAccept(read -> worker.add(() -> answered(queue, tried, read)));
    } catch (RuntimeException | Error e) {
      queue.answered();
      giveUp(queue, push);
      Outage.log(LOG, "Something could not be pushed", e);
    }
  }

  private boolean mayStillGo(Push push, Instant now) {
    return serviceOf(push).isPresent()
        && (push.decided().plus(FRESH).isAfter(now) || subscriptions.stands(push.to().id()));
  }

  private Optional<String> serviceOf(Push push) {
    return settings.services().serviceOf(push.to().endpoint());
  }

  private void answered(ServiceQueue queue, Push push, PushServiceAnswer answer) {
    queue.answered();
    switch (answer.sense()) {
      case TAKEN -> {
        tally.sent();
        queue.settled(push);
      }
      case GONE -> forget(queue, push);
      case LATER ->
          answer
              .waitAfter(push.tries())
              .ifPresentOrElse(wait -> again(queue, push, wait), () -> giveUp(queue, push));
      case REFUSED -> {
        complain(push, answer);
        giveUp(queue, push);
      }
    }
    go(queue);
    if (queue.size() == 0) {
      queues.values().remove(queue);
    }
  }

  private void giveUp(ServiceQueue queue, Push push) {
    tally.failed();
    queue.settled(push);
  }

  private void forget(ServiceQueue queue, Push push) {
    giveUp(queue, push);
    queue.forget(push.to().id());
    subscriptions.forget(push.to().id());
  }

  private void again(ServiceQueue queue, Push push, Duration wait) {
    CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS)
        .execute(
            () ->
                worker.add(
                    () -> {
                      queue.again(push);
                      go(queue);
                    }));
  }

  /** Logs once what a service refuses, and nothing of the user or what it was about. */
  private void complain(Push push, PushServiceAnswer answer) {
    String refused = serviceOf(push).orElse("") + " with status " + answer.status();
    if (complainedOf.add(refused)) {
      LOG.log(Level.WARNING, "A push was refused by {0}; said once", refused);
    }
  }
}
