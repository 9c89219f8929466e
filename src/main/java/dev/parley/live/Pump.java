package dev.parley.live;

import dev.parley.journal.HeadsMoved;
import dev.parley.journal.JournalEvent;
import dev.parley.journal.JournalReader;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Carries the tail of each journal to its user's live sessions, one run for a user at a time, each
 * event written once.
 */
@ApplicationScoped
public class Pump {
  private static final Logger LOG = Logger.getLogger(Pump.class.getName());
  private static final int BATCH = 200;

  /** Users with a run under way; true when their journal moved again meanwhile. */
  private final Map<UUID, Boolean> running = new ConcurrentHashMap<>();

  @Inject private JournalReader journal;
  @Inject private LiveSessions sessions;
  @Inject private DemoFrames demo;
  @Inject private ManagedExecutorService executor;
  @Inject private Jsonb jsonb;

  void headsMoved(@Observes(during = TransactionPhase.AFTER_SUCCESS) HeadsMoved moved) {
    moved.users().forEach(this::start);
  }

  /** Has the user's sessions brought up to the head, soon. */
  void start(UUID user) {
    if (!sessions.of(user).isEmpty()
        && running.merge(user, false, (was, is) -> true) == Boolean.FALSE) {
      executor.execute(() -> run(user));
    }
  }

  private void run(UUID user) {
    try {
      do {
        running.replace(user, false);
        drain(user);
      } while (!running.remove(user, false));
    } catch (RuntimeException e) {
      running.remove(user);
      LOG.log(Level.WARNING, "Events could not be pushed; the next sweep tries again", e);
    }
  }

  private void drain(UUID user) {
    List<JournalEvent> events;
    do {
      Collection<LiveSession> theirs = sessions.of(user);
      if (theirs.isEmpty()) {
        return;
      }
      long from = theirs.stream().mapToLong(LiveSession::position).min().orElse(Long.MAX_VALUE);
      events = journal.range(user, from, BATCH);
      events.forEach(event -> deliver(user, event));
    } while (events.size() == BATCH);
  }

  private void deliver(UUID user, JournalEvent event) {
    String frame = jsonb.toJson(event);
    Optional<String> demoFrame = demo.of(user, event);
    // A session that joined later stands further on and drops what it has had; one that went back
    // is served by its own run.
    sessions.of(user).stream()
        .filter(
            session -> session.position() == event.seq() - 1 || session.position() >= event.seq())
        .forEach(session -> session.deliver(event, frame, demoFrame));
  }
}
