package dev.parley.journey;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Looks into a server's database, and does there what no call does yet. */
public final class Database {
  private final ParleyServer server;

  public Database(ParleyServer server) {
    this.server = server;
  }

  /** The first column of the first row as text; null when there is no row. */
  public String look(String query, Object... values) {
    try (Connection connection = server.database().getConnection();
        PreparedStatement statement = prepared(connection, query, values);
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? rows.getString(1) : null;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Changes rows and returns how many. */
  public int change(String statement, Object... values) {
    try (Connection connection = server.database().getConnection();
        PreparedStatement prepared = prepared(connection, statement, values)) {
      return prepared.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
