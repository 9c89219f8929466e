package dev.parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.base.sql.Sql;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How PostgreSQL carried a statement out: which tables it read through and how many rows. As for
 * the application, the plan is made once without knowledge of the values.
 */
public final class Plan {
  private static final Path REPORT =
      Path.of(System.getProperty("parley.basedir", ""), "target", "query-plans.txt");

  private final Set<String> readWhole = new TreeSet<>();
  private double rowsRead;

  private Plan(Map<String, Object> root) {
    walk(root);
  }

  /**
   * Carries out a statement of the application, with values for its {@code ?1}, {@code ?2} …; as
   * the application's pool has it, the plan is made once and without knowledge of the values.
   */
  public static Plan of(String title, String sql, Object... values) {
    return of(title, sql, "force_generic_plan", values);
  }

  /** The same for a statement that the application has planned with its values, each time. */
  public static Plan knowingValues(String title, String sql, Object... values) {
    return of(title, sql, "force_custom_plan", values);
  }

  private static Plan of(String title, String sql, String mode, Object[] values) {
    try (Connection connection = CrowdedDatabase.shared().connect();
        Statement session = connection.createStatement()) {
      session.execute("set plan_cache_mode = " + mode);
      session.execute(prepare(sql, values));
      String plan = explain(session, "analyze, format json", values);
      List<Map<String, Object>> roots = JsonPath.from(plan).getList("Plan");
      Plan found = new Plan(roots.get(0));
      report(title, sql, found, explain(session, "analyze, buffers off, timing off", values));
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The same for a statement with values for its plain {@code ?}, one after the other. */
  public static Plan inOrder(String title, String sql, Object... values) {
    return of(title, numbered(sql), values);
  }

  /** The same for one that the application has planned with its values. */
  public static Plan knowingValuesInOrder(String title, String sql, Object... values) {
    return knowingValues(title, numbered(sql), values);
  }

  private static String numbered(String sql) {
    StringBuilder numbered = new StringBuilder();
    int number = 0;
    for (String part : sql.split("\\?", -1)) {
      numbered.append(number == 0 ? "" : "?" + number).append(part);
      number++;
    }
    return numbered.toString();
  }

  private static String prepare(String sql, Object... values) {
    String types = Stream.of(values).map(Plan::type).collect(Collectors.joining(", "));
    String statement = sql;
    for (int i = values.length; i > 0; i--) {
      statement = statement.replace("?" + i, "$" + i);
    }
    return "prepare asked(" + types + ") as " + statement;
  }

  private static String explain(Statement session, String options, Object... values)
      throws SQLException {
    String literals = Stream.of(values).map(Plan::literal).collect(Collectors.joining(", "));
    List<String> lines = new ArrayList<>();
    try (ResultSet rows =
        session.executeQuery("explain (%s) execute asked(%s)".formatted(options, literals))) {
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
    }
    return String.join("\n", lines);
  }

  private static String type(Object value) {
    if (value instanceof Collection<?>) {
      return "uuid[]";
    }
    if (value instanceof Sql.Values values) {
      return values.type() + "[]";
    }
    if (value instanceof UUID) {
      return "uuid";
    }
    if (value instanceof Instant) {
      return "timestamptz";
    }
    return value instanceof Number ? "bigint" : "text";
  }

  private static String literal(Object value) {
    if (value instanceof Collection<?> ids) {
      return array(ids);
    }
    if (value instanceof Sql.Values values) {
      return array(values.elements());
    }
    return value instanceof Number ? value.toString() : "'" + value + "'";
  }

  private static String array(Collection<?> elements) {
    return "'{" + String.join(",", elements.stream().map(Object::toString).toList()) + "}'";
  }

  private static void report(String title, String statement, Plan plan, String text) {
    String entry =
        "== %s: %.0f rows read%n%s%n%s%n%n".formatted(title, plan.rowsRead, statement, text);
    try {
      Files.writeString(REPORT, entry, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private void walk(Map<String, Object> node) {
    String type = (String) node.get("Node Type");
    if (type.equals("Seq Scan")) {
      readWhole.add((String) node.get("Relation Name"));
    }
    if (node.containsKey("Relation Name") || type.equals("Bitmap Index Scan")) {
      rowsRead +=
          number(node, "Actual Loops")
              * (number(node, "Actual Rows")
                  + number(node, "Rows Removed by Filter")
                  + number(node, "Rows Removed by Index Recheck"));
    }
    ((List<Map<String, Object>>) node.getOrDefault("Plans", List.of())).forEach(this::walk);
  }

  private static double number(Map<String, Object> node, String name) {
    return node.get(name) instanceof Number number ? number.doubleValue() : 0;
  }

  /** No table is read through, and no more rows are read than these. */
  public void readsAtMost(int rows) {
    assertThat(readWhole).as("tables read through").isEmpty();
    assertThat(rowsRead).as("rows read").isLessThanOrEqualTo(rows);
  }
}
