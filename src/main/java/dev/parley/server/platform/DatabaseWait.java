package dev.parley.server.platform;

import dev.parley.base.config.ConfigurationKey;
import dev.parley.base.payara.FailedStart;
import java.sql.SQLException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * Waits for the database before anything uses it: JPA is the first to do so, even before the
 * application begins, and calls this.
 */
public class DatabaseWait extends SessionEventAdapter {
  private static final Logger LOG = Logger.getLogger(DatabaseWait.class.getName());

  private static final long BETWEEN_ATTEMPTS_MILLIS = 500;

  /** A try to reach the database. */
  interface ConnectionAttempt {
    void run() throws SQLException;
  }

  @Override
  public void preLogin(SessionEvent event) {
    DataSource database = pool();
    // A caller is told at once that the database is away; by default JPA would hold it for ten
    // seconds, and soon every thread.
    event.getSession().getLogin().setQueryRetryAttemptCount(0);
    try {
      await(() -> database.getConnection().close(), limit());
    } catch (IllegalStateException e) {
      FailedStart.end(e.getMessage());
      throw e;
    }
  }

  private static DataSource pool() {
    try {
      return InitialContext.doLookup("jdbc/parley");
    } catch (NamingException e) {
      throw new IllegalStateException("There is no pool jdbc/parley.", e);
    }
  }

  /** A wrong value is told once the application begins. */
  private static Duration limit() {
    ConfigurationKey key = ConfigurationKey.DB_WAIT;
    return Duration.parse(
        ConfigProvider.getConfig()
            .getOptionalValue(key.key(), String.class)
            .filter(key::accepts)
            .orElse(key.defaultValue()));
  }

  /** Tries until it succeeds, at most for this long; zero is for ever. */
  static void await(ConnectionAttempt attempt, Duration limit) {
    long begin = System.nanoTime();
    String told = null;
    while (true) {
      try {
        attempt.run();
        return;
      } catch (SQLException e) {
        String why = reason(e);
        if (!why.equals(told)) {
          LOG.log(Level.WARNING, "Waiting for the database: {0}", why);
          told = why;
        }
        if (!limit.isZero() && System.nanoTime() - begin >= limit.toNanos()) {
          throw new IllegalStateException("The database cannot be used: " + why, e);
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_ATTEMPTS_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The start was interrupted.", e);
    }
  }

  /** What the driver says, and not what the pool makes of it. */
  private static String reason(SQLException thrown) {
    String reason = thrown.getMessage();
    for (Throwable e = thrown; e != null; e = e.getCause()) {
      if (e instanceof SQLException) {
        reason = e.getMessage();
      }
    }
    return String.valueOf(reason).lines().findFirst().orElse("no reason given");
  }
}
