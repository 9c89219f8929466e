package dev.parley.server.platform;

import dev.parley.base.problem.DatabaseAvailability;
import dev.parley.base.problem.Outage;
import dev.parley.base.request.ApplicationReady;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Looks every second whether a database that was away is back. */
@ApplicationScoped
public class DatabaseWatch {
  private static final Logger LOG = Logger.getLogger(DatabaseWatch.class.getName());
  private static final int PATIENCE_SECONDS = 3;

  private final DatabaseAvailability availability = DatabaseAvailability.current();

  @Resource(lookup = "jdbc/parley")
  private DataSource database;

  @Inject private ManagedScheduledExecutorService scheduler;

  void begin(@Observes ApplicationReady ready) {
    scheduler.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
  }

  private void look() {
    if (!availability.isAway()) {
      return;
    }
    try (Connection connection = database.getConnection()) {
      if (connection.isValid(PATIENCE_SECONDS)) {
        availability.answered();
      }
    } catch (SQLException | RuntimeException e) {
      Outage.log(LOG, "Whether the database is back could not be seen; trying again", e);
    }
  }
}
