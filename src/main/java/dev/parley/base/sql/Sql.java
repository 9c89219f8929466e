package dev.parley.base.sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * SQL over JDBC in the caller's transaction: set-based, with collections as arrays, where JPA would
 * go row by row.
 */
@ApplicationScoped
public class Sql {
  @Inject private DatabaseConnections connections;

  /** Makes something of a row. */
  public interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** All rows, in order. */
  public <T> List<T> list(String sql, Reader<T> reader, Object... parameters) {
    try {
      return connections.use(connection -> list(connection, sql, reader, parameters));
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static <T> List<T> list(
      Connection connection, String sql, Reader<T> reader, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(connection, statement, parameters);
      List<T> found = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(reader.read(row));
        }
      }
      return found;
    }
  }

  /** The first row, if there is one. */
  public <T> Optional<T> first(String sql, Reader<T> reader, Object... parameters) {
    return list(sql, reader, parameters).stream().findFirst();
  }

  /** Changes rows and returns how many. */
  public int change(String sql, Object... parameters) {
    try {
      return connections.use(
          connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
              bind(connection, statement, parameters);
              return statement.executeUpdate();
            }
          });
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Sets a statement's parameters; a collection is an array of ids. */
  public static void bind(Connection connection, PreparedStatement statement, Object... parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, value(connection, parameters[i]));
    }
  }

  private static Object value(Connection connection, Object parameter) throws SQLException {
    if (parameter instanceof Instant instant) {
      return Timestamp.from(instant);
    }
    if (parameter instanceof Collection<?> ids) {
      return connection.createArrayOf("uuid", ids.toArray());
    }
    if (parameter instanceof Values values) {
      return connection.createArrayOf(values.type(), values.elements().toArray());
    }
    return parameter;
  }

  /** An array of something else than ids, which may have gaps. */
  public record Values(String type, Collection<?> elements) {}

  /** An array of texts. */
  public static Values texts(Collection<String> elements) {
    return new Values("text", elements);
  }

  /** An array of whole numbers. */
  public static Values numbers(Collection<Long> elements) {
    return new Values("bigint", elements);
  }

  /** A time that may be absent. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }

  /** An id that may be absent. */
  public static UUID id(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  /** What a statement's failure becomes. */
  public static IllegalStateException failed(SQLException e) {
    return new IllegalStateException("The database refused a statement of a conversation", e);
  }
}
