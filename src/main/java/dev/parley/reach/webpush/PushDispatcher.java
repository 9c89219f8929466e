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
 * Brings letters to the services and does what those answer; only the desk's thread comes here.
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
  @Inject private PushWorker desk;
  @Inject private PushTally tally;
  @Inject private PushSettings settings;
  @Inject private SubscriptionService subscriptions;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "parley.limits.push-queue")
  private int mostWaiting;

  private final Map<String, ServiceQueue> lanes = new HashMap<>();
  private final Set<String> complainedOf = new HashSet<>();

  /** Takes a letter for a browser; when too many wait already it is dropped. */
  void take(PushPayload letter, Subscription to) {
    if (lanes.values().stream().mapToInt(ServiceQueue::size).sum() >= mostWaiting) {
      tally.dropped();
      return;
    }
    ServiceQueue lane = lanes.computeIfAbsent(to.origin(), origin -> new ServiceQueue(AT_ONCE));
    lane.add(new Push(letter, to, clock.instant(), 0));
    go(lane);
  }

  private void go(ServiceQueue lane) {
    for (Optional<Push> next = lane.next(); next.isPresent(); next = lane.next()) {
      bring(lane, next.get());
    }
  }

  private void bring(ServiceQueue lane, Push push) {
    try {
      Instant now = clock.instant();
      Push tried = push.triedOnceMore(now);
      CompletableFuture<PushServiceAnswer> answer =
          mayStillGo(push, now)
              ? calls.post(tried)
              : CompletableFuture.completedFuture(PushServiceAnswer.UNWANTED);
      answer.thenAccept(read -> desk.add(() -> answered(lane, tried, read)));
    } catch (RuntimeException | Error e) {
      lane.answered();
      giveUp(lane, push);
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

  private void answered(ServiceQueue lane, Push push, PushServiceAnswer answer) {
    lane.answered();
    switch (answer.sense()) {
      case TAKEN -> {
        tally.sent();
        lane.settled(push);
      }
      case GONE -> forget(lane, push);
      case LATER ->
          answer
              .waitAfter(push.tries())
              .ifPresentOrElse(wait -> again(lane, push, wait), () -> giveUp(lane, push));
      case REFUSED -> {
        complain(push, answer);
        giveUp(lane, push);
      }
    }
    go(lane);
    if (lane.size() == 0) {
      lanes.values().remove(lane);
    }
  }

  private void giveUp(ServiceQueue lane, Push push) {
    tally.failed();
    lane.settled(push);
  }

  private void forget(ServiceQueue lane, Push push) {
    giveUp(lane, push);
    lane.forget(push.to().id());
    subscriptions.forget(push.to().id());
  }

  private void again(ServiceQueue lane, Push push, Duration wait) {
    CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS)
        .execute(
            () ->
                desk.add(
                    () -> {
                      lane.again(push);
                      go(lane);
                    }));
  }

  /** Says once what a service refuses, and nothing of whom or what it was about. */
  private void complain(Push push, PushServiceAnswer answer) {
    String refused = serviceOf(push).orElse("") + " with status " + answer.status();
    if (complainedOf.add(refused)) {
      LOG.log(Level.WARNING, "A push was refused by {0}; said once", refused);
    }
  }
}
