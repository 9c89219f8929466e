package dev.parley.reach.live;

import dev.parley.base.journal.FreshEvent;
import dev.parley.base.journal.HeadsMoved;
import dev.parley.base.journal.JournalEvent;
import dev.parley.base.journal.JournalReader;
import dev.parley.base.problem.GuardedLoop;
import dev.parley.base.problem.Outage;
import dev.parley.base.request.ApplicationReady;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;

/**
 * Carries the tail of each journal to its user's live sessions, one turn for a user at a time, a
 * batch in a turn, each event written once.
 */
@ApplicationScoped
public class JournalPusher {
  private static final Logger LOG = Logger.getLogger(JournalPusher.class.getName());
  private static final int BATCH = 200;

  /**
   * Threads that wait for users to serve. To hand each run to the executor would cost more than
   * most runs do, and would take along what the calling thread holds, an open persistence context
   * too.
   */
  private static final int RUNNERS = 3;

  /**
   * Threads for those who are far behind: they share what these can do, and take it from nobody.
   */
  private static final int RUNNERS_BEHIND = 1;

  private final FairQueue queue = new FairQueue();

  /** When the journal of a user with a turn to come moved, as {@link System#nanoTime}. */
  private final Map<UUID, Long> movedAt = new ConcurrentHashMap<>();

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
    GuardedLoop.each(
        fresh.entrySet(),
        one -> headMoved(one.getKey(), one.getValue(), committed),
        LOG,
        "Events could not be pushed; the next sweep tries again");
  }

  private void headMoved(UUID user, List<FreshEvent> events, long committed) {
    if (!sessions.of(user).isEmpty() && !deliverAtOnce(user, events, committed)) {
      movedAt.putIfAbsent(user, committed);
      start(user);
    }
  }

  /**
   * Hands fresh events to the sessions that are just before them, without reading anything, up to
   * the first that has to be read. That one, and sessions elsewhere in the journal, are left to a
   * turn.
   */
  private boolean deliverAtOnce(UUID user, List<FreshEvent> events, long committed) {
    if (events.isEmpty() || !FreshEvents.isComplete(events.get(0))) {
      return false;
    }
    AtomicBoolean all = new AtomicBoolean(true);
    return queue.now(user, () -> events.forEach(one -> deliverAtOnce(one, committed, all)))
        && all.get();
  }

  private void deliverAtOnce(FreshEvent event, long committed, AtomicBoolean all) {
    if (!FreshEvents.isComplete(event)) {
      all.set(false);
      return;
    }
    String frame = FreshEvents.frame(event);
    boolean demoHears = DemoFrames.mayTell(event.type());
    sessions.toEach(
        sessions.of(event.user()),
        session -> {
          if (!session.deliverAtOnce(event.seq(), frame, demoHears, committed)) {
            all.set(false);
          }
        });
  }

  void begin(@Observes ApplicationReady ready) {
    for (int i = 0; i < RUNNERS; i++) {
      runners.add(executor.submit(() -> serve(queue::serveCalled)));
    }
    for (int i = 0; i < RUNNERS_BEHIND; i++) {
      runners.add(executor.submit(() -> serve(queue::serveUnfinished)));
    }
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
    runners.forEach(runner -> runner.cancel(true));
  }

  /** Has the user's sessions brought up to the head, soon. */
  void start(UUID user) {
    if (sessions.of(user).isEmpty()) {
      movedAt.remove(user);
    } else {
      queue.call(user);
    }
  }

  /** The same whatever is known of a turn, which may never end. */
  void startAnew(UUID user) {
    queue.callAnew(user);
  }

  /** Waits for one user and gives them their turn. */
  private interface Serving {
    void one(FairQueue.UserTask turn) throws InterruptedException;
  }

  private void serve(Serving serving) {
    try {
      while (true) {
        serveOne(serving);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whatever goes wrong, the thread is there for the next one. */
  private void serveOne(Serving serving) throws InterruptedException {
    try {
      serving.one(this::carryOn);
    } catch (RuntimeException | Error e) {
      Outage.log(LOG, "Events could not be pushed; the next sweep tries again", e);
    }
  }

  /** Hands out one batch; whether there may be more. */
  private boolean carryOn(UUID user) {
    long committed = Optional.ofNullable(movedAt.remove(user)).orElse(0L);
    // A session without room calls for its events when it has some again.
    List<LiveSession> ready = sessions.of(user).stream().filter(LiveSession::hasRoom).toList();
    if (ready.isEmpty()) {
      return false;
    }
    long from = ready.stream().mapToLong(LiveSession::position).min().orElseThrow();
    List<JournalEvent> events = journal.range(user, from, BATCH);
    if (events.isEmpty() || events.get(0).seq() > from + 1) {
      greetings.resetWhereTrimmed(user, ready);
    }
    events.forEach(event -> deliver(user, event, committed));
    return events.size() == BATCH;
  }

  private void deliver(UUID user, JournalEvent event, long committed) {
    String frame = jsonb.toJson(event);
    Optional<String> demoFrame = demo.of(user, event);
    sessions.toEach(
        sessions.of(user), session -> session.deliver(event, frame, demoFrame, committed));
  }
}
