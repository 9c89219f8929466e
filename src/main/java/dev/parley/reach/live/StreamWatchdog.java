package dev.parley.reach.live;

import dev.parley.base.journal.Head;
import dev.parley.base.journal.JournalReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Finds live sessions that do not move though their user's journal has, and mends them: first their
 * user's turn begins anew, and when that does not help the session goes on from the journal's head
 * and its client is told to load the snapshot.
 */
@ApplicationScoped
public class StreamWatchdog {
  private static final Logger LOG = Logger.getLogger(StreamWatchdog.class.getName());

  /** In how many looks in a row a session is seen in one place before something is done. */
  private static final int BEGIN_ANEW = 3;

  private static final int GO_ON_FROM_HEAD = 15;
  private static final int NOT_MENDED = 30;

  /** A look is taken every two seconds; one that takes so long does not come to an end. */
  private static final Duration LONGEST_LOOK = Duration.ofMinutes(1);

  @Inject private LiveSessions sessions;
  @Inject private LiveLoad load;
  @Inject private JournalReader journal;
  @Inject private Greetings greetings;
  @Inject private JournalPusher pusher;
  @Inject private Clock clock;

  private volatile StalledSessions last = new StalledSessions(0, 0);
  private volatile Instant begun;

  /**
   * What a look found.
   *
   * @param stalled how many sessions did not move
   * @param longest for how many looks in a row the longest of them did not
   */
  record StalledSessions(int stalled, int longest) {}

  /** Looks at every session; one that is behind is brought up to date, soon. */
  void look() {
    begun = clock.instant();
    Map<UUID, Head> heads = journal.heads(sessions.users());
    Look look = new Look();
    sessions.toEach(sessions.all(), session -> look.at(session, heads.get(session.user())));
    load.slowestIs(look.slowest);
    last = new StalledSessions(look.stalled, look.longest);
    begun = null;
  }

  StalledSessions found() {
    return last;
  }

  /** Whether streams are mended: false when one stands for a long time, or a look does. */
  boolean isMending() {
    Instant since = begun;
    return last.longest() < NOT_MENDED
        && (since == null || since.plus(LONGEST_LOOK).isAfter(clock.instant()));
  }

  private void mend(LiveSession session, Head head, int looks) {
    if (looks == BEGIN_ANEW) {
      sessions.counts().mended();
      LOG.log(Level.WARNING, "The stream of {0} stood and begins anew", session.user());
    }
    if (looks == GO_ON_FROM_HEAD) {
      LOG.log(Level.WARNING, "The stream of {0} goes on from its head", session.user());
    }
    if (looks >= GO_ON_FROM_HEAD) {
      greetings.goOnFrom(head, session);
    } else {
      pusher.startAnew(session.user());
    }
  }

  /** One look at all sessions. */
  private final class Look {
    private Lag slowest = Lag.NONE;
    private int stalled;
    private int longest;

    void at(LiveSession session, Head head) {
      if (head == null) {
        return;
      }
      Lag lag = session.lag(head.head());
      slowest = slowest.or(lag);
      int looks = session.stalledLooks(head.head());
      if (looks >= BEGIN_ANEW) {
        stalled++;
        longest = Math.max(longest, looks);
        mend(session, head, looks);
      } else if (lag.events() > 0) {
        pusher.start(session.user());
      }
    }
  }
}
