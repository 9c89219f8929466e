package dev.parley.base.problem;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The database is gone, no connection to it is free, or it could not go on among all that it was
 * asked at the same time: nothing of what was asked is at fault.
 */
public final class Outage {
  private static final int DEEPEST = 10;
  private static final int LONGEST = 1_000;

  /** What the server's pool says when all its connections are in use; it gives no SQLState. */
  private static final String EXHAUSTED = "max-pool-size";

  /** A serialisation failure and a deadlock. */
  private static final Set<String> LOST = Set.of("40001", "40P01");

  /** A lock that was not to be had, and a statement that took too long. */
  private static final Set<String> TIMED_OUT = Set.of("55P03", "57014");

  /** The class of a full disk, of memory or connections that are used up. */
  private static final String NO_RESOURCES = "53";

  private Outage() {}

  /** Whether this was thrown because of one. */
  public static boolean isBehind(Throwable thrown) {
    return database(thrown).filter(Outage::isOutage).isPresent();
  }

  /**
   * Whether a transaction was given up in favour of others, and not because the database is gone:
   * the same may well succeed at once.
   */
  public static boolean isLostRace(Throwable thrown) {
    return database(thrown).map(Outage::state).filter(LOST::contains).isPresent();
  }

  /** Whether the database is away, so that nothing else would go any better. */
  public static boolean isGone(Throwable thrown) {
    return isBehind(thrown) && !isLostRace(thrown);
  }

  /**
   * Logs what has failed and is tried again: nothing but that the database is away when it is, for
   * all else fails again and again meanwhile; in one line when it could not go on, else with what
   * was thrown.
   */
  public static void log(Logger log, String what, Throwable thrown) {
    if (isUnreachable(thrown)) {
      DatabaseAvailability.current().failed(told(thrown));
    } else if (isBehind(thrown)) {
      log.log(Level.WARNING, "{0}. {1}", new Object[] {what, told(thrown)});
    } else {
      log.log(Level.WARNING, what, thrown);
    }
  }

  /** Logs an outage that a caller was told of. */
  public static void log(Logger log, Throwable thrown) {
    if (isUnreachable(thrown)) {
      DatabaseAvailability.current().failed(told(thrown));
    } else {
      log.log(Level.WARNING, "{0}", told(thrown));
    }
  }

  private static boolean isUnreachable(Throwable thrown) {
    return database(thrown).map(Outage::state).filter(Outage::isUnreachable).isPresent();
  }

  private static boolean isUnreachable(String state) {
    return state.startsWith("08") || state.startsWith("57P");
  }

  private static boolean isOutage(SQLException e) {
    String state = state(e);
    return isUnreachable(state) || isBusy(state);
  }

  private static boolean isBusy(String state) {
    return LOST.contains(state) || TIMED_OUT.contains(state) || state.startsWith(NO_RESOURCES);
  }

  private static String state(SQLException e) {
    return Optional.ofNullable(e.getSQLState()).orElse("08000");
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
  static String told(Throwable thrown) {
    Optional<SQLException> failed = database(thrown);
    String causes = String.join("; ", causes(failed.<Throwable>map(e -> e).orElse(thrown)));
    boolean busy = failed.map(Outage::state).filter(Outage::isBusy).isPresent();
    return what(busy, causes)
        + (causes.length() > LONGEST ? causes.substring(0, LONGEST) + " …" : causes);
  }

  private static String what(boolean busy, String causes) {
    if (busy) {
      return "The database could not go on with a transaction: ";
    }
    return causes.contains(EXHAUSTED)
        ? "No connection to the database is free, the pool is exhausted: "
        : "The database does not answer: ";
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
