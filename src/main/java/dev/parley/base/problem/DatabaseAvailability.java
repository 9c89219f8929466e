package dev.parley.base.problem;

import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Knows whether the database can be reached, and tells operators in one line that it cannot and in
 * one more that it can again, however much fails in between.
 */
public final class DatabaseAvailability {
  private static final DatabaseAvailability CURRENT =
      new DatabaseAvailability(Logger.getLogger(DatabaseAvailability.class.getName()));

  private final Logger log;
  private boolean away;
  private boolean failedSince;
  private long since;

  DatabaseAvailability(Logger log) {
    this.log = log;
  }

  /** The availability of the one database that there is. */
  public static DatabaseAvailability current() {
    return CURRENT;
  }

  public synchronized boolean isAway() {
    return away;
  }

  /**
   * Takes down that the database could not be reached.
   *
   * @param why the line for the log
   */
  synchronized void failed(String why) {
    failedSince = true;
    if (!away) {
      away = true;
      since = System.nanoTime();
      log.log(Level.WARNING, "{0}", why);
    }
  }

  /**
   * Takes down that the database has answered. It is back when nothing has failed since it answered
   * before: a connection that was lost is found out late, and would be told as one more outage.
   */
  public synchronized void answered() {
    if (away && !failedSince) {
      away = false;
      long seconds = Duration.ofNanos(System.nanoTime() - since).toSeconds();
      log.log(Level.INFO, "The database answers again after {0} s", seconds);
    }
    failedSince = false;
  }
}
