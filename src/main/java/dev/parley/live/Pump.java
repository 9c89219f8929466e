package dev.parley.live;

import dev.parley.caller.ApplicationReady;
import dev.parley.journal.FreshEvent;
import dev.parley.journal.HeadsMoved;
import dev.parley.journal.JournalEvent;
import dev.parley.journal.JournalReader;
import dev.parley.problem.Outage;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Logger;

/**
 * Carries the tail of each journal to its user's live sessions, one run for a user at a time, each
 * event written once.
 */
@ApplicationScoped
public class Pump {
  private static final Logger LOG = Logger.getLogger(Pump.class.getName());
  private static final int BATCH = 200;

  /**
   * Threads that wait for users to serve. To hand each run to the executor would cost more than
   * most runs do, and would take along what the calling thread holds, an open persistence context
   * too.
   */
  private static final int RUNNERS = 4;

  /** Users with a run under way; true when their journal moved again meanwhile. */
  private final Map<UUID, Boolean> running = new ConcurrentHashMap<>();

  /** When the journal of a user with a run to come moved, as {@link System#nanoTime}. */
  private final Map<UUID, Long> movedAt = new ConcurrentHashMap<>();

  private final BlockingQueue<UUID> called = new LinkedBlockingQueue<>();
  private final List<Future<?>> runners = new ArrayList<>();

  @Inject private JournalReader journal;
  @Inject private LiveSessions sessions;
  @Inject private DemoFrames demo;
  @Inject private Greetings greetings;
  @Inject private ManagedExecutorService executor;
  @Inject private Jsonb jsonb;

  void headsMoved(@Observes(during = TransactionPhase.AFTER_SUCCESS) HeadsMoved moved) {
    long committed = System.nanoTime();
    Map<UUID, List<FreshEvent>> fresh = new LinkedHashMap<>();
    moved.users().forEach(user -> fresh.put(user, new ArrayList<>()));
    moved.events().forEach(event -> fresh.get(event.user()).add(event));
    fresh.forEach(
        (user, events) -> {
          if (!sessions.of(user).isEmpty() && !deliverAtOnce(user, events, committed)) {
            movedAt.putIfAbsent(user, committed);
            start(user);
          }
        });
  }

  /**
   * Hands fresh events to the sessions that are just before them, without reading anything, up to
   * the first that has to be read. That one, and whoever is elsewhere, is left to a run.
   */
  private boolean deliverAtOnce(UUID user, List<FreshEvent> events, long committed) {
    if (events.isEmpty()
        || !FreshEvents.isComplete(events.get(0))
        || running.putIfAbsent(user, false) != null) {
      return false;
    }
    boolean all = true;
    for (FreshEvent event : events) {
      if (!FreshEvents.isComplete(event)) {
        all = false;
        break;
      }
      String frame = FreshEvents.frame(event);
      boolean demoHears = DemoFrames.mayTell(event.type());
      for (LiveSession session : sessions.of(user)) {
        all &= session.deliverAtOnce(event.seq(), frame, demoHears, committed);
      }
    }
    if (!running.remove(user, false)) {
      called.add(user);
    }
    return all;
  }

  void begin(@Observes ApplicationReady ready) {
    for (int i = 0; i < RUNNERS; i++) {
      runners.add(executor.submit(this::runAsCalled));
    }
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
    runners.forEach(runner -> runner.cancel(true));
  }

  /** Has the user's sessions brought up to the head, soon. */
  void start(UUID user) {
    if (sessions.of(user).isEmpty()) {
      movedAt.remove(user);
    } else if (running.merge(user, false, (was, is) -> true) == Boolean.FALSE) {
      called.add(user);
    }
  }

  private void runAsCalled() {
    try {
      while (true) {
        run(called.take());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(UUID user) {
    try {
      do {
        running.replace(user, false);
        Long moved = movedAt.remove(user);
        drain(user, moved == null ? 0 : moved);
      } while (!running.remove(user, false));
    } catch (RuntimeException | Error e) {
      running.remove(user);
      movedAt.remove(user);
      Outage.log(LOG, "Events could not be pushed; the next sweep tries again", e);
    }
  }

  private void drain(UUID user, long committed) {
    List<JournalEvent> events;
    do {
      // A session without room calls for its events when it has some again.
      List<LiveSession> ready = sessions.of(user).stream().filter(LiveSession::hasRoom).toList();
      if (ready.isEmpty()) {
        return;
      }
      long from = ready.stream().mapToLong(LiveSession::position).min().orElseThrow();
      events = journal.range(user, from, BATCH);
      if (events.isEmpty() || events.get(0).seq() > from + 1) {
        greetings.resetWhereTrimmed(user, ready);
      }
      events.forEach(event -> deliver(user, event, committed));
    } while (events.size() == BATCH);
  }

  private void deliver(UUID user, JournalEvent event, long committed) {
    String frame = jsonb.toJson(event);
    Optional<String> demoFrame = demo.of(user, event);
    sessions.of(user).forEach(session -> session.deliver(event, frame, demoFrame, committed));
  }
}
