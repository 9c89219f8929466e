package dev.parley.reach.live;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;

/**
 * Gives users their turns: one at a time for each of them, in the order in which they came. What
 * takes more than one turn goes on behind everybody else, and in threads of its own.
 */
final class FairQueue {
  /** Users who wait for a turn or have it; true when they were called again meanwhile. */
  private final Map<UUID, Boolean> busy = new ConcurrentHashMap<>();

  private final BlockingQueue<UUID> called = new LinkedBlockingQueue<>();
  private final BlockingQueue<UUID> unfinished = new LinkedBlockingQueue<>();

  /** What a user's turn does; true when there is more to do. */
  interface UserTask extends Predicate<UUID> {}

  /** Gives a user a turn, soon; one that has begun may be too late for what has just happened. */
  void call(UUID user) {
    if (busy.merge(user, false, (was, is) -> true) == Boolean.FALSE) {
      called.add(user);
    }
  }

  /** Gives a user a turn whatever is known of another one, which may never end. */
  void callAnew(UUID user) {
    busy.put(user, false);
    called.add(user);
  }

  /** Gives a user the turn in this thread, if it is free; else false. */
  boolean now(UUID user, Runnable turn) {
    if (busy.putIfAbsent(user, false) != null) {
      return false;
    }
    try {
      turn.run();
    } finally {
      end(user);
    }
    return true;
  }

  /** Waits for somebody who was called, and gives them their turn. */
  void serveCalled(UserTask turn) throws InterruptedException {
    serve(called.take(), turn);
  }

  /** Waits for somebody who needs one more turn, and gives it to them. */
  void serveUnfinished(UserTask turn) throws InterruptedException {
    serve(unfinished.take(), turn);
  }

  private void serve(UUID user, UserTask turn) {
    boolean more = false;
    busy.replace(user, false);
    try {
      more = turn.test(user);
    } finally {
      if (more) {
        unfinished.add(user);
      } else {
        end(user);
      }
    }
  }

  /** Whatever has become of the turn, its mark goes, or is that of the next one. */
  private void end(UUID user) {
    if (busy.computeIfPresent(user, (id, again) -> again ? false : null) != null) {
      called.add(user);
    }
  }
}
