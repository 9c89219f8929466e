package dev.parley.administration.announcement;

import dev.parley.base.problem.GuardedLoop;
import dev.parley.base.problem.Outage;
import dev.parley.base.request.ApplicationReady;
import dev.parley.reach.live.LiveSessions;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Logger;

/**
 * Tells the users who are here, every second, what is announced and what was withdrawn: a few at a
 * time, and nobody who was told before.
 */
@ApplicationScoped
public class AnnouncementDelivery {
  private static final Logger LOG = Logger.getLogger(AnnouncementDelivery.class.getName());
  private static final int AT_ONCE = 200;

  /** By announcement, the users that this node need not look at again; used by one thread. */
  private final Map<UUID, Set<UUID>> told = new HashMap<>();

  private final Map<UUID, Set<UUID>> toldWithdrawn = new HashMap<>();

  @Inject private ManagedScheduledExecutorService scheduler;
  @Inject private LiveSessions sessions;
  @Inject private AnnouncementJournalService telling;

  void begin(@Observes ApplicationReady ready) {
    scheduler.scheduleWithFixedDelay(this::go, 1, 1, TimeUnit.SECONDS);
  }

  private void go() {
    try {
      Set<UUID> here = sessions.users();
      if (!here.isEmpty()) {
        tell(here);
      }
    } catch (RuntimeException | Error e) {
      Outage.log(LOG, "Announcements could not be told; trying again", e);
    }
  }

  private void tell(Set<UUID> here) {
    List<Announcement> current = telling.current();
    told.keySet().retainAll(current.stream().map(Announcement::id).toList());
    current.forEach(
        one ->
            few(
                here,
                told.computeIfAbsent(one.id(), id -> new HashSet<>()),
                users -> telling.tell(one, users)));
    List<UUID> withdrawn = telling.withdrawnRecently();
    toldWithdrawn.keySet().retainAll(withdrawn);
    withdrawn.forEach(
        one ->
            few(
                here,
                toldWithdrawn.computeIfAbsent(one, id -> new HashSet<>()),
                users -> telling.tellWithdrawn(one, users)));
  }

  /** Acts on those who are here and not done; who has gone is not remembered. */
  static void few(Set<UUID> here, Set<UUID> done, Consumer<Collection<UUID>> act) {
    done.retainAll(here);
    List<UUID> others = new ArrayList<>(here);
    others.removeAll(done);
    List<List<UUID>> parts = new ArrayList<>();
    for (int from = 0; from < others.size(); from += AT_ONCE) {
      parts.add(others.subList(from, Math.min(others.size(), from + AT_ONCE)));
    }
    GuardedLoop.each(
        parts,
        some -> {
          act.accept(some);
          done.addAll(some);
        },
        LOG,
        "Some could not be told of an announcement; trying again");
  }
}
