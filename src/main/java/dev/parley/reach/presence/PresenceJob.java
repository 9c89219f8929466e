package dev.parley.reach.presence;

import dev.parley.base.problem.GuardedLoop;
import dev.parley.base.problem.Outage;
import dev.parley.base.request.ApplicationReady;
import dev.parley.reach.presence.PendingPresence.Points;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/** Sees four times a second whose state is another one, keeps who has gone, and has it told. */
@ApplicationScoped
public class PresenceJob {
  private static final Logger LOG = Logger.getLogger(PresenceJob.class.getName());
  private static final int PAUSE_MILLIS = 250;

  /** What was told last of those who are not offline. */
  private final Map<UUID, PresenceState> told = new ConcurrentHashMap<>();

  @Inject private ManagedScheduledExecutorService scheduler;
  @Inject private PendingPresence agenda;
  @Inject private Leases leases;
  @Inject private LastSeen lastSeen;
  @Inject private PresencePublisher news;
  @Inject private Clock clock;

  void begin(@Observes ApplicationReady ready) {
    scheduler.scheduleWithFixedDelay(this::go, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void go() {
    Points points = agenda.take();
    if (points.areNone()) {
      return;
    }
    try {
      go(points);
    } catch (RuntimeException | Error e) {
      agenda.putBack(points);
      Outage.log(LOG, "Who is here could not be told; trying again", e);
    }
  }

  private void go(Points points) {
    Instant now = clock.instant();
    Map<UUID, PresenceState> moved = moved(points.uncertain(), now);
    lastSeen.keep(gone(moved, now));
    news.tell(points, moved.keySet());
    moved.forEach(this::note);
    GuardedLoop.each(
        points.uncertain(),
        user -> settle(user, now),
        LOG,
        "Whether somebody has gone could not be seen");
  }

  private Map<UUID, PresenceState> moved(Set<UUID> users, Instant now) {
    Map<UUID, PresenceState> moved = new HashMap<>();
    for (UUID user : users) {
      PresenceState state = leases.of(user).state(now);
      if (state != told.getOrDefault(user, PresenceState.OFFLINE)) {
        moved.put(user, state);
      }
    }
    return moved;
  }

  private Map<UUID, Instant> gone(Map<UUID, PresenceState> moved, Instant now) {
    Map<UUID, Instant> gone = new HashMap<>();
    moved.forEach(
        (user, state) -> {
          Instant seen = leases.of(user).lastSeen(now);
          if (state == PresenceState.OFFLINE && seen != null) {
            gone.put(user, seen);
          }
        });
    return gone;
  }

  private void note(UUID user, PresenceState state) {
    if (state == PresenceState.OFFLINE) {
      told.remove(user);
    } else {
      told.put(user, state);
    }
  }

  private void settle(UUID user, Instant now) {
    leases.forget(user, now);
    if (leases.of(user).isRunningOut()) {
      agenda.lookAt(user);
    }
  }

  /** The node goes, and with it everybody who is here by it. */
  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
    Instant now = clock.instant();
    Map<UUID, Instant> going = new HashMap<>();
    leases.holders().forEach(user -> going.put(user, leases.of(user).lastSeen(now)));
    try {
      lastSeen.keep(going);
    } catch (RuntimeException | Error e) {
      Outage.log(LOG, "When people were last here could not be kept", e);
    }
  }
}
