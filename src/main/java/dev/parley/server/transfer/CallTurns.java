package dev.parley.server.transfer;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets each caller have a few calls answered at the same time. More of them wait for their turn
 * without a thread, so that calls of others find threads and connections to the database free.
 */
final class CallTurns {
  private static final ThreadLocal<Turn> CURRENT = new ThreadLocal<>();

  private final int atOnce;
  private final int mostWaiting;
  private final Map<String, Line> lines = new HashMap<>();

  /** The calls of one caller. */
  private static final class Line {
    private final Queue<Turn> waiting = new ArrayDeque<>();
    private int running;
  }

  /** What becomes of a call that comes. */
  enum Entry {
    BEGINS,
    WAITS,
    REFUSED
  }

  /** The turn of one call. */
  abstract static class Turn {
    private final String caller;
    private final AtomicBoolean over = new AtomicBoolean();
    private CallTurns turns;

    Turn(String caller) {
      this.caller = caller;
    }

    /** Puts the call aside, as it has to wait. */
    abstract void pause();

    /** Goes on with the call, which has waited. */
    abstract void resume();

    /** What this thread does now belongs to this call. */
    void isOfThisThread() {
      CURRENT.set(this);
    }

    /** Ends the turn, once; the next call in the line goes on. */
    void end() {
      if (turns != null && over.compareAndSet(false, true)) {
        turns.leave(caller);
      }
    }
  }

  /**
   * Makes turns.
   *
   * @param atOnce calls of one caller that are answered at the same time; 0 means any number
   * @param mostWaiting calls of one caller that may wait
   */
  CallTurns(int atOnce, int mostWaiting) {
    this.atOnce = atOnce;
    this.mostWaiting = mostWaiting;
  }

  /** Ends the turn of the call that this thread answers: the rest of it takes no thread. */
  static void endOfThisThread() {
    Turn turn = CURRENT.get();
    if (turn != null) {
      turn.end();
      CURRENT.remove();
    }
  }

  /** Takes a call in. */
  synchronized Entry enter(Turn turn) {
    if (atOnce == 0) {
      return Entry.BEGINS;
    }
    Line line = lines.computeIfAbsent(turn.caller, first -> new Line());
    if (line.running >= atOnce && line.waiting.size() >= mostWaiting) {
      return Entry.REFUSED;
    }
    turn.turns = this;
    if (line.running < atOnce) {
      line.running++;
      return Entry.BEGINS;
    }
    turn.pause();
    line.waiting.add(turn);
    return Entry.WAITS;
  }

  private void leave(String caller) {
    Turn next = next(caller);
    if (next != null) {
      next.resume();
    }
  }

  private synchronized Turn next(String caller) {
    Line line = lines.get(caller);
    Turn next = line.waiting.poll();
    if (next == null && --line.running == 0) {
      lines.remove(caller);
    }
    return next;
  }
}
