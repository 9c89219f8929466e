package dev.parley.server.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready when the database answers soon and its schema is the one that this version needs, or a
 * newer one: while nodes are replaced one by one, the first new one brings it up to date.
 */
@Readiness
@ApplicationScoped
public class DatabaseHealth implements HealthCheck {
  private static final int PATIENCE_SECONDS = 3;

  @Resource(lookup = "jdbc/parley")
  private DataSource database;

  @Inject private Migrations migrations;
  @Inject private ManagedExecutorService executor;

  private Future<String> underWay;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("database");
    try {
      String found = look().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return answer
          .withData("migration", found)
          .withData("needed", migrations.version())
          .status(found.compareTo(migrations.version()) >= 0)
          .build();
    } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
      return answer.down().build();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return answer.down().build();
    }
  }

  /** One look at a time: a database that hangs holds one thread, however often somebody asks. */
  private synchronized Future<String> look() {
    if (underWay == null || underWay.isDone()) {
      Callable<String> migration = this::migration;
      underWay = executor.submit(migration);
    }
    return underWay;
  }

  private String migration() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet version =
            statement.executeQuery(
                "select max(version) from flyway_schema_history where success")) {
      version.next();
      return Objects.requireNonNullElse(version.getString(1), "");
    }
  }
}
