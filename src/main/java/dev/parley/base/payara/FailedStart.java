package dev.parley.base.payara;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Ends a start that has failed: Payara Micro runs nothing but Parley, and would go on without it
 * for ever.
 */
public final class FailedStart {
  /** A system property: the launcher tells of the failure and ends the process. */
  public static final String WATCHED = "dev.parley.start.watched";

  private static final Logger LOG = Logger.getLogger(FailedStart.class.getName());

  private FailedStart() {}

  /** Says why in one sentence, and ends the process with 1 when nobody else does. */
  public static void end(String sentence) {
    LOG.log(Level.SEVERE, "{0}", sentence);
    if (isMicro() && System.getProperty(WATCHED) == null) {
      flush();
      // Nothing has begun that needs a stop, and during one the deployment would fail once more.
      Runtime.getRuntime().halt(1);
    }
  }

  private static void flush() {
    for (Logger log = LOG; log != null; log = log.getParent()) {
      for (Handler handler : log.getHandlers()) {
        handler.flush();
      }
    }
  }

  /** Whether this is Payara Micro; Payara Server knows its classes as well. */
  static boolean isMicro() {
    String type = "org.glassfish.api.admin.ServerEnvironment";
    try {
      return (Boolean)
          ServerService.named(type).getMethod("isMicro").invoke(ServerService.of(type));
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
