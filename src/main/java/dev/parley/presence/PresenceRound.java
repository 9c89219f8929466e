package dev.parley.presence;

import dev.parley.caller.ApplicationReady;
import dev.parley.presence.Agenda.Points;
import dev.parley.problem.Guarded;
import dev.parley.problem.Outage;
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
public class PresenceRound {
  private static final Logger LOG = Logger.getLogger(PresenceRound.class.getName());
  private static final int PAUSE_MILLIS = 250;

  /** What was told last of those who are not offline. */
  private final Map<UUID, State> told = new ConcurrentHashMap<>();

  @Inject private ManagedScheduledExecutorService scheduler;
  @Inject private Agenda agenda;
  @Inject private Leases leases;
  @Inject private LastSeen lastSeen;
  @Inject private PresenceNews news;
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
    Map<UUID, State> moved = moved(points.uncertain(), now);
    lastSeen.keep(gone(moved, now));
    news.tell(points, moved.keySet());
    moved.forEach(this::note);
    Guarded.each(
        points.uncertain(),
        user -> settle(user, now),
        LOG,
        "Whether somebody has gone could not be seen");
  }

  private Map<UUID, State> moved(Set<UUID> users, Instant now) {
    Map<UUID, State> moved = new HashMap<>();
    for (UUID user : users) {
      State state = leases.of(user).state(now);
      if (state != told.getOrDefault(user, State.OFFLINE)) {
        moved.put(user, state);
      }
    }
    return moved;
  }

  private Map<UUID, Instant> gone(Map<UUID, State> moved, Instant now) {
    Map<UUID, Instant> gone = new HashMap<>();
    moved.forEach(
        (user, state) -> {
          Instant seen = leases.of(user).lastSeen(now);
          if (state == State.OFFLINE && seen != null) {
            gone.put(user, seen);
          }
        });
    return gone;
  }

  private void note(UUID user, State state) {
    if (state == State.OFFLINE) {
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
