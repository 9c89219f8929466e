package dev.parley.reach.live;

import dev.parley.base.problem.GuardedLoop;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Hands something to many live sessions: one that fails is closed, and every other gets what it is
 * to get. Nothing reaches more than one session on any other way.
 */
final class FanOut {
  private static final Logger LOG = Logger.getLogger(FanOut.class.getName());

  private final Consumer<LiveSession> close;

  /** Closes by this what fails. */
  FanOut(Consumer<LiveSession> close) {
    this.close = close;
  }

  void toEach(Collection<LiveSession> receivers, Consumer<LiveSession> hand) {
    GuardedLoop.each(receivers, hand, this::closeFailed);
  }

  private void closeFailed(LiveSession session, Throwable thrown) {
    LOG.log(Level.FINE, "A live session failed and is closed", thrown);
    try {
      close.accept(session);
    } catch (RuntimeException | Error e) {
      LOG.log(Level.WARNING, "A live session that failed could not be closed", e);
    }
  }
}
