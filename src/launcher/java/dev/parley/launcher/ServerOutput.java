package dev.parley.launcher;

import java.text.MessageFormat;
import java.util.Optional;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The one sentence that an application's logger says while it starts, kept out of the log. */
final class ServerOutput implements Filter {
  // Held here because a logger that nobody holds is forgotten, and its filter with it.
  private final Logger logger;
  private volatile String sentence;

  private ServerOutput(Logger logger) {
    this.logger = logger;
  }

  /**
   * Listens to a logger by name; the server's own configuration of logging leaves filters alone.
   */
  static ServerOutput of(String loggerName) {
    ServerOutput announcements = new ServerOutput(Logger.getLogger(loggerName));
    announcements.logger.setFilter(announcements);
    return announcements;
  }

  @Override
  public boolean isLoggable(LogRecord said) {
    sentence =
        said.getParameters() == null
            ? said.getMessage()
            : MessageFormat.format(said.getMessage(), said.getParameters());
    return false;
  }

  Optional<String> sentence() {
    return Optional.ofNullable(sentence);
  }
}
