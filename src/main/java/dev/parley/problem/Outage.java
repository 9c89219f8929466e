package dev.parley.problem;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The database is gone, or no connection to it is free: nothing of what was asked is at fault. */
public final class Outage {
  private static final int DEEPEST = 10;
  private static final int LONGEST = 1_000;

  /** What the server's pool says when all its connections are in use; it gives no SQLState. */
  private static final String EXHAUSTED = "max-pool-size";

  private Outage() {}

  /** Whether this was thrown because of one. */
  public static boolean isBehind(Throwable thrown) {
    return database(thrown).filter(Outage::isGone).isPresent();
  }

  /**
   * Logs what has failed and is tried again: during an outage in one line, for it fails again and
   * again, else with what was thrown.
   */
  public static void log(Logger log, String what, Throwable thrown) {
    if (isBehind(thrown)) {
      log.log(Level.WARNING, "{0}. {1}", new Object[] {what, told(thrown)});
    } else {
      log.log(Level.WARNING, what, thrown);
    }
  }

  private static boolean isGone(SQLException e) {
    String state = Optional.ofNullable(e.getSQLState()).orElse("08000");
    return state.startsWith("08") || state.startsWith("57P");
  }

  private static Optional<SQLException> database(Throwable thrown) {
    for (Throwable e = thrown; e != null; e = e.getCause()) {
      if (e instanceof SQLException found) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /** What happened, with all that its causes say, as one line of the log. */
  public static String told(Throwable thrown) {
    String causes =
        String.join("; ", causes(database(thrown).<Throwable>map(e -> e).orElse(thrown)));
    String what =
        causes.contains(EXHAUSTED)
            ? "No connection to the database is free, the pool is exhausted: "
            : "The database does not answer: ";
    return what + (causes.length() > LONGEST ? causes.substring(0, LONGEST) + " …" : causes);
  }

  /** What each of the causes says that the one before it has not said already. */
  private static List<String> causes(Throwable thrown) {
    List<String> said = new ArrayList<>();
    Throwable e = thrown;
    for (int depth = 0; e != null && depth < DEEPEST; depth++) {
      String message = message(e);
      if (said.isEmpty() || !said.get(said.size() - 1).contains(message)) {
        said.add(message);
      }
      e = e.getCause();
    }
    return said;
  }

  private static String message(Throwable e) {
    String message = Optional.ofNullable(e.getMessage()).orElse("");
    String line = message.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029\\s]+", " ").strip();
    return line.isEmpty() ? e.getClass().getSimpleName() : line;
  }
}
