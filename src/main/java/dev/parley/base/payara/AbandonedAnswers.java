package dev.parley.base.payara;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.ServletContext;
import java.lang.Thread.UncaughtExceptionHandler;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * Keeps the web container from telling, with a stack trace each time, that a client has left before
 * its answer. The container sets the level of its logger itself, so a filter is what is left; and
 * it calls back, in threads of its own, for large answers that it has already forgotten.
 */
@ApplicationScoped
public class AbandonedAnswers implements Filter, UncaughtExceptionHandler {
  private static final Logger CONTAINER = Logger.getLogger("jakarta.enterprise.web");

  /** The container writes what was thrown into the message. */
  private static final Pattern CLIENT_HAS_LEFT =
      Pattern.compile("IOException: (Connection is closed|Broken pipe|Connection reset)");

  private static final Logger LOG = Logger.getLogger(AbandonedAnswers.class.getName());
  private static final String CALLS_BACK = "glassfish-web-async-thread";

  private UncaughtExceptionHandler others;

  void begin(@Observes @Initialized(ApplicationScoped.class) ServletContext context) {
    CONTAINER.setFilter(this);
    others = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler(this);
  }

  void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
    CONTAINER.setFilter(null);
    Thread.setDefaultUncaughtExceptionHandler(others);
  }

  @Override
  public boolean isLoggable(LogRecord told) {
    return told.getMessage() == null || !CLIENT_HAS_LEFT.matcher(told.getMessage()).find();
  }

  @Override
  public void uncaughtException(Thread thread, Throwable thrown) {
    if (thrown instanceof NullPointerException && thread.getName().startsWith(CALLS_BACK)) {
      LOG.log(Level.FINE, "A large answer was over before the server called back", thrown);
    } else if (others != null) {
      others.uncaughtException(thread, thrown);
    } else {
      LOG.log(Level.SEVERE, "Thread " + thread.getName() + " ends", thrown);
    }
  }
}
