package dev.parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Rows;
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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** How PostgreSQL carried a statement out: which tables it read through and how many rows. */
public final class Plan {
  private static final Path REPORT =
      Path.of(System.getProperty("parley.basedir", ""), "target", "query-plans.txt");

  private final Set<String> readWhole = new TreeSet<>();
  private double rowsRead;

  private Plan(Map<String, Object> root) {
    walk(root);
  }

  /** Carries out a statement of the application, with values for its {@code ?1}, {@code ?2} …. */
  public static Plan of(String title, String sql, Object... values) {
    String statement = sql;
    for (int i = values.length; i > 0; i--) {
      statement = statement.replace("?" + i, literal(values[i - 1]));
    }
    String plan = explain("explain (analyze, format json) " + statement);
    List<Map<String, Object>> roots = JsonPath.from(plan).getList("Plan");
    Plan found = new Plan(roots.get(0));
    report(title, statement, found);
    return found;
  }

  /** The same for a statement with values for its plain {@code ?}, one after the other. */
  public static Plan inOrder(String title, String sql, Object... values) {
    StringBuilder numbered = new StringBuilder();
    int number = 0;
    for (String part : sql.split("\\?", -1)) {
      numbered.append(number == 0 ? "" : "?" + number).append(part);
      number++;
    }
    return of(title, numbered.toString(), values);
  }

  private static String literal(Object value) {
    if (value instanceof Collection<?> ids) {
      return array(ids, "uuid");
    }
    if (value instanceof Rows.Values values) {
      return array(values.elements(), values.type());
    }
    if (value instanceof UUID) {
      return "'" + value + "'::uuid";
    }
    if (value instanceof Instant) {
      return "'" + value + "'::timestamptz";
    }
    return value instanceof Number ? value.toString() : "'" + value + "'";
  }

  private static String array(Collection<?> elements, String type) {
    List<String> texts = elements.stream().map(Object::toString).toList();
    return "'{" + String.join(",", texts) + "}'::" + type + "[]";
  }

  private static String explain(String sql) {
    return String.join("\n", lines(sql));
  }

  private static List<String> lines(String sql) {
    List<String> lines = new java.util.ArrayList<>();
    try (Connection connection = CrowdedDatabase.shared().connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
      return lines;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static void report(String title, String statement, Plan plan) {
    String text =
        "== %s: %.0f rows read%n%s%n%n"
            .formatted(
                title,
                plan.rowsRead,
                String.join(
                    "\n", lines("explain (analyze, buffers off, timing off) " + statement)));
    try {
      Files.writeString(REPORT, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
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
