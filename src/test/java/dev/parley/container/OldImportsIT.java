package dev.parley.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.administration.userimport.ImportService;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What became of an import can be read for a month. */
@InContainer
class OldImportsIT {
  private static final String BEGIN =
      "insert into user_import (id, created_at, created_by, state, total, seen_at)"
          + " values (?, now() - ?::interval, 'root', ?, 1, now() - ?::interval)";
  private static final String REPORT =
      "insert into user_import_line (import_id, line, username, outcome) values (?, 2, 'ada', 'created')";

  @Inject private ImportService enrolment;

  @Resource(lookup = "jdbc/parley")
  private DataSource database;

  @Test
  void imports_that_ended_are_forgotten_after_thirty_days_with_their_reports() throws SQLException {
    UUID done = imported("31 days", "done", "31 days");
    UUID failed = imported("31 days", "failed", "31 days");
    UUID younger = imported("29 days", "done", "29 days");
    UUID running = imported("31 days", "running", "1 second");
    enrolment.tidy();
    assertThat(lines(done)).isZero();
    assertThat(lines(failed)).isZero();
    assertThat(lines(younger)).isEqualTo(1);
    assertThat(lines(running)).isEqualTo(1);
    change("update user_import set seen_at = now() - interval '2 minutes' where id = ?", running);
    enrolment.tidy();
    assertThat(lines(running)).as("its node is gone").isZero();
  }

  private UUID imported(String ago, String state, String seenAgo) throws SQLException {
    UUID id = UUID.randomUUID();
    change(BEGIN, id, ago, state, seenAgo);
    change(REPORT, id);
    return id;
  }

  private void change(String sql, Object... values) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private int lines(UUID id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select count(*) from user_import_line where import_id = ?")) {
      statement.setObject(1, id);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
