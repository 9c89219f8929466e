package dev.parley.platform;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Ends a start that has failed: Payara Micro runs nothing but Parley, and would go on without it
 * for ever.
 */
public final class FailedStart {
  /** A system property: whoever started the server tells of the failure and ends the process. */
  public static final String WATCHED = "dev.parley.start.watched";

  private static final Logger LOG = Logger.getLogger(FailedStart.class.getName());
  private static final long LONGEST_STOP_MILLIS = 10_000;

  private FailedStart() {}

  /** Says why in one sentence, and ends the process with 1 when nobody else does. */
  static void end(String sentence) {
    LOG.log(Level.SEVERE, "{0}", sentence);
    if (isMicro() && System.getProperty(WATCHED) == null) {
      // The server stops in another thread, as this one is still deploying.
      new Thread(() -> System.exit(1), "parley-failed-start").start();
      haltInTime(Runtime.getRuntime());
    }
  }

  private static boolean isMicro() {
    try {
      Class.forName("fish.payara.micro.PayaraMicroRuntime");
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** By then the application's classes may be gone, so all that is needed is there before. */
  private static void haltInTime(Runtime process) {
    Thread guard =
        new Thread(
            () -> {
              try {
                Thread.sleep(LONGEST_STOP_MILLIS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              process.halt(1);
            },
            "parley-failed-stop");
    guard.setDaemon(true);
    guard.start();
  }
}
