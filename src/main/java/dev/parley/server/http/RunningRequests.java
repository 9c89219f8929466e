package dev.parley.server.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The requests that are being answered; once it is closed, no more are let in. */
@ApplicationScoped
public class RunningRequests {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition none = lock.newCondition();
  private int running;
  private boolean closed;

  /** Lets a request in, which must {@link #leave} in the end; false when it has to go elsewhere. */
  boolean enter() {
    lock.lock();
    try {
      if (!closed) {
        running++;
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  void leave() {
    lock.lock();
    try {
      running--;
      if (running == 0) {
        none.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  public void close() {
    lock.lock();
    try {
      closed = true;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until all have been answered, or for this long; returns how many are left. */
  public int awaitNone(Duration limit) throws InterruptedException {
    lock.lock();
    try {
      long left = limit.toNanos();
      while (running > 0 && left > 0) {
        left = none.awaitNanos(left);
      }
      return running;
    } finally {
      lock.unlock();
    }
  }
}
