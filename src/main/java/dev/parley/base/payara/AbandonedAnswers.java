package dev.parley.base.payara;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.ServletContext;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * Keeps the web container from telling, with a stack trace each time, that a client has left before
 * its answer. The container sets the level of its logger itself, so a filter is what is left.
 */
@ApplicationScoped
public class AbandonedAnswers implements Filter {
  private static final Logger CONTAINER = Logger.getLogger("jakarta.enterprise.web");

  /** The container writes what was thrown into the message. */
  private static final Pattern CLIENT_HAS_LEFT =
      Pattern.compile("IOException: (Connection is closed|Broken pipe|Connection reset)");

  void begin(@Observes @Initialized(ApplicationScoped.class) ServletContext context) {
    CONTAINER.setFilter(this);
  }

  void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
    CONTAINER.setFilter(null);
  }

  @Override
  public boolean isLoggable(LogRecord told) {
    return told.getMessage() == null || !CLIENT_HAS_LEFT.matcher(told.getMessage()).find();
  }
}
