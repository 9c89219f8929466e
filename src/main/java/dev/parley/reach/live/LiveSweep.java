package dev.parley.reach.live;

import dev.parley.base.problem.Outage;
import dev.parley.base.request.ApplicationReady;
import dev.parley.base.request.ApplicationStopping;
import dev.parley.identity.signin.SignInEvent.SignInEnded;
import dev.parley.identity.signin.SignInState;
import dev.parley.identity.signin.SignIns;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Sees every two seconds, or more often, that live sessions are up to date, alive, and still of a
 * sign-in that stands.
 */
@ApplicationScoped
public class LiveSweep {
  private static final Logger LOG = Logger.getLogger(LiveSweep.class.getName());
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
  private static final Duration STUCK = Duration.ofSeconds(10);

  @Inject private ManagedScheduledExecutorService scheduler;
  @Inject private LiveSessions sessions;
  @Inject private LiveLoad load;
  @Inject private ClosingSockets closingSockets;
  @Inject private LiveLimits limits;
  @Inject private StreamWatchdog watchdog;
  @Inject private SignIns signIns;

  void begin(@Observes ApplicationReady ready) {
    Duration beat = limits.heartbeat();
    // A session is asked within a beat of its last sign of life, and closed when three quarters of
    // one bring no answer, found an eighth later at most: within two beats in all.
    Duration eighth = beat.dividedBy(8);
    repeat(this::sweep, eighth.compareTo(LONGEST_PAUSE) < 0 ? eighth : LONGEST_PAUSE);
    repeat(this::ping, beat);
  }

  private void repeat(Runnable work, Duration pause) {
    scheduler.scheduleWithFixedDelay(
        () -> guarded(work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  static void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      Outage.log(LOG, "Live sessions could not be swept; trying again", e);
    }
  }

  private void sweep() {
    closingSockets.endOverdue();
    List<LiveSession> all = sessions.all();
    if (all.isEmpty()) {
      load.slowestIs(Lag.NONE);
      return;
    }
    Duration silence = limits.heartbeat().multipliedBy(3).dividedBy(4);
    sessions.toEach(all, session -> closeDead(session, silence));
    closeSignedOut(all);
    watchdog.look();
  }

  private void closeDead(LiveSession session, Duration silence) {
    if (session.isSilentFor(silence)) {
      sessions.close(session, CloseReason.GOING_AWAY);
    } else if (session.isStuck(STUCK)) {
      sessions.close(session, CloseReason.TOO_SLOW);
    }
  }

  private void closeSignedOut(List<LiveSession> all) {
    Map<UUID, SignInState> states =
        signIns.states(all.stream().map(LiveSession::signIn).collect(Collectors.toSet()));
    sessions.toEach(all, session -> closeSignedOut(session, states.get(session.signIn())));
  }

  private void closeSignedOut(LiveSession session, SignInState state) {
    switch (state) {
      case ENDED -> sessions.close(session, CloseReason.SIGNED_OUT);
      case DISABLED -> sessions.close(session, CloseReason.ACCOUNT_DISABLED);
      case EXPIRED -> sessions.close(session, CloseReason.SIGN_IN_AGAIN);
      case ACTIVE -> {}
    }
  }

  private void ping() {
    sessions.toEach(sessions.all(), LiveSession::ping);
  }

  void signInEnded(@Observes(during = TransactionPhase.AFTER_SUCCESS) SignInEnded ended) {
    CloseReason reason =
        switch (ended.why()) {
          case DELETED, DISABLED -> CloseReason.ACCOUNT_DISABLED;
          default -> CloseReason.SIGNED_OUT;
        };
    sessions.toEach(
        sessions.of(ended.user()).stream()
            .filter(session -> session.signIn().equals(ended.signIn()))
            .toList(),
        session -> sessions.close(session, reason));
  }

  void leave(@Observes ApplicationStopping stopping) {
    restart();
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
    restart();
  }

  private void restart() {
    sessions.toEach(sessions.all(), session -> sessions.close(session, CloseReason.RESTART));
  }
}
