package dev.parley.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.base.problem.Outage;
import dev.parley.server.platform.UnhurriedPool;
import jakarta.annotation.Resource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** How long the pool waits for a database that says nothing. */
@InContainer
class DatabasePoolIT {
  private static final int A_MINUTE = 60_000;

  @Resource(lookup = "jdbc/parley")
  private DataSource pool;

  @Test
  void nobody_waits_longer_than_a_minute_for_an_answer() throws SQLException {
    try (Connection connection = pool.getConnection()) {
      assertThat(connection.getNetworkTimeout()).isEqualTo(A_MINUTE);
    }
  }

  @Test
  void an_answer_that_does_not_come_in_time_is_an_outage_that_passes() throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setNetworkTimeout(Runnable::run, 300);
      Throwable thrown = catchThrowable(() -> ask(connection, "select pg_sleep(30)::text"));
      assertThat(thrown).isInstanceOf(SQLException.class);
      assertThat(Outage.isBehind(new IllegalStateException(thrown))).isTrue();
    }
    // For a second the pool may lend the broken connection once more, without looking at it.
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(this::isFine);
  }

  private boolean isFine() {
    try (Connection connection = pool.getConnection()) {
      return ask(connection, "select 'fine'").equals("fine");
    } catch (SQLException e) {
      assertThat(Outage.isBehind(e)).isTrue();
      return false;
    }
  }

  @Test
  void a_migration_takes_the_time_it_needs_and_gives_back_what_it_borrowed() throws SQLException {
    String process;
    try (Connection connection = UnhurriedPool.of(pool).getConnection()) {
      assertThat(connection.getNetworkTimeout()).isZero();
      process = ask(connection, "select pg_backend_pid()");
    }
    assertThat(limitOf(process)).isEqualTo(A_MINUTE);
  }

  /** Takes connections until it is the one to this process of the database. */
  private int limitOf(String process) throws SQLException {
    List<Connection> taken = new ArrayList<>();
    try {
      while (taken.size() < 20) {
        Connection connection = pool.getConnection();
        taken.add(connection);
        if (process.equals(ask(connection, "select pg_backend_pid()"))) {
          return connection.getNetworkTimeout();
        }
      }
      throw new IllegalStateException("the pool has given up that connection");
    } finally {
      for (Connection connection : taken) {
        connection.close();
      }
    }
  }

  private static String ask(Connection connection, String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      row.next();
      return row.getString(1);
    }
  }
}
