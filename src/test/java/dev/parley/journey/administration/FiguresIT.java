package dev.parley.journey.administration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.sun.tools.attach.VirtualMachine;
import dev.parley.journey.Anybody;
import dev.parley.journey.Database;
import dev.parley.journey.LaunchedProcess;
import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Talk;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.junit.jupiter.api.Test;

/** What those who watch the server see of it: over REST, as metrics and as an MBean. */
class FiguresIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ParleyServer server = ParleyServer.shared();
  private final People people = new People(server);
  private final Person root = people.administrator();

  @Test
  void only_administrators_see_the_figures() {
    Person ada = people.register("ada");
    for (String path : List.of("admin/stats/", "admin/stats/history/")) {
      given().get(server.api() + path).then().statusCode(401);
      ada.get(path).then().statusCode(403).body("code", equalTo("not_an_admin"));
      root.get(path).then().statusCode(200);
    }
  }

  @Test
  void a_node_tells_who_it_is_and_how_it_is() {
    Instant before = Instant.now().minus(Duration.ofHours(2));
    JsonPath stats = stats();
    assertThat(Instant.parse(stats.getString("at"))).isAfter(before);
    assertThat(stats.getList("nodes")).hasSize(1);
    JsonPath node = node();
    assertThat(node.getString("node")).matches(".+/" + server.process().handle().pid());
    assertThat(Instant.parse(node.getString("started_at"))).isAfter(before);
    assertThat(node.getString("version")).matches("\\d+\\.\\d+.*");
    assertThat(node.getLong("jvm.heap_used")).isPositive();
    assertThat(node.getLong("jvm.heap_max")).isGreaterThan(node.getLong("jvm.heap_used"));
    assertThat(node.getInt("jvm.threads")).isGreaterThan(10);
    assertThat(node.getDouble("jvm.cpu_load")).isBetween(0.0, 1.0);
    assertThat(node.getLong("jvm.uptime_seconds")).isPositive();
    assertThat(node.getInt("database.max")).isEqualTo(32);
    assertThat(node.getInt("database.active") + node.getInt("database.idle")).isPositive();
    assertThat(node.getInt("database.waiting")).isNotNegative();
    assertThat(node.getMap("queue").keySet().stream().map(String::valueOf))
        .containsExactlyInAnyOrder("frames", "bytes", "fullest");
  }

  @Test
  void live_sessions_are_counted_while_they_are_open_and_those_after_hello_apart() {
    Person ada = people.register("ada");
    int open;
    int greeted;
    try (LiveClient demo = ada.opensLiveSession();
        LiveClient full = ada.opensLiveSession()) {
      full.saysHello();
      demo.settles();
      JsonPath node = node();
      open = node.getInt("live_sessions");
      greeted = node.getInt("hello_sessions");
      assertThat(greeted).isPositive();
      assertThat(open).isGreaterThan(greeted);
      assertThat(stats().getLong("totals.users_online")).isPositive();
    }
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                node().getInt("live_sessions") <= open - 2
                    && node().getInt("hello_sessions") <= greeted - 1);
  }

  @Test
  void messages_and_their_deliveries_are_told_of_the_last_ten_seconds() {
    Person ada = people.register("ada");
    Person ben = people.register("ben");
    Talk talk = Talk.between(ada, ben);
    try (LiveClient bens = ben.opensLiveSession()) {
      bens.saysHello();
      talk.says(ada, "watched");
      bens.awaitEvent("message.sent");
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                JsonPath node = node();
                assertThat(node.getDouble("messages_per_second")).isPositive();
                assertThat(node.getDouble("requests_per_second")).isPositive();
                assertThat(node.getDouble("connections_per_second")).isPositive();
                assertThat(node.getLong("delivery_ms.count")).isPositive();
                assertThat(node.getDouble("delivery_ms.p50")).isPositive();
                assertThat(node.getDouble("delivery_ms.p99"))
                    .isGreaterThanOrEqualTo(node.getDouble("delivery_ms.p50"));
              });
      await().atMost(PATIENCE).until(() -> node().getLong("delivery_ms.count") == 0);
      assertThat(node().getDouble("messages_per_second")).isZero();
    }
  }

  @Test
  void totals_grow_with_the_community() {
    JsonPath before = stats();
    Person ada = people.register("ada");
    Talk.between(ada, people.register("ben")).says(ada, "one");
    ada.requestsConnectionTo(people.register("cyd"));
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              JsonPath now = stats();
              Map.of(
                      "users", 3L,
                      "enabled_users", 3L,
                      "connections", 1L,
                      "pending_requests", 1L,
                      "conversations", 1L,
                      "messages", 1L)
                  .forEach(
                      (name, more) ->
                          assertThat(now.getLong("totals." + name))
                              .as(name)
                              .isGreaterThanOrEqualTo(before.getLong("totals." + name) + more));
            });
  }

  @Test
  void a_session_that_misses_events_shows_as_the_slowest() {
    Person ada = people.register("ada");
    try (LiveClient live = ada.opensLiveSession()) {
      live.saysHello();
      // A head that moved without its events, as one that nobody can read.
      new Database(server)
          .change("update journal_head set head = head + 7 where user_id = ?::uuid", ada.id());
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  node().getLong("journal_lag.slowest_events") >= 7
                      && node().getLong("journal_lag.slowest_seconds") >= 1);
    }
    await().atMost(PATIENCE).until(() -> node().getLong("journal_lag.slowest_events") == 0);
  }

  @Test
  void the_history_has_a_point_every_ten_seconds() {
    await()
        .atMost(PATIENCE)
        .until(() -> root.get("admin/stats/history/").jsonPath().getList("points").size() > 1);
    JsonPath history = root.get("admin/stats/history/").jsonPath();
    assertThat(history.getInt("step_seconds")).isEqualTo(10);
    assertThat(history.getString("from")).isEqualTo(history.getString("points[0].at"));
    assertThat(history.getList("points")).hasSizeLessThanOrEqualTo(360);
    List<Instant> moments =
        history.<String>getList("points.at").stream().map(Instant::parse).toList();
    assertThat(moments).isSorted().doesNotHaveDuplicates();
    Map<String, Object> newest = history.getMap("points[-1]");
    assertThat(newest)
        .containsOnlyKeys(
            "at",
            "live_sessions",
            "messages_per_second",
            "requests_per_second",
            "delivery_p50_ms",
            "delivery_p99_ms",
            "queue_frames",
            "heap_used",
            "database_active",
            "journal_lag_events");
    assertThat(((Number) newest.get("heap_used")).longValue()).isPositive();
  }

  @Test
  void prometheus_reads_parleys_own_figures() {
    double messages = metric("parley_messages_total");
    double signIns = metric("parley_sign_ins_total");
    double pushed = metric("parley_events_pushed_total");
    Person ada = people.register("ada");
    Person ben = people.register("ben");
    Talk talk = Talk.between(ada, ben);
    try (LiveClient bens = ben.opensLiveSession()) {
      bens.saysHello();
      talk.says(ada, "counted");
      bens.awaitEvent("message.sent");
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                assertThat(metric("parley_messages_total")).isGreaterThan(messages);
                assertThat(metric("parley_sign_ins_total")).isGreaterThanOrEqualTo(signIns + 2);
                assertThat(metric("parley_events_pushed_total")).isGreaterThan(pushed);
                assertThat(metric("parley_live_sessions")).isPositive();
                assertThat(metric("parley_delivery_seconds.*quantile=\"0.99\".*")).isPositive();
              });
    }
    assertThat(metric("parley_database_connections.*state=\"max\".*")).isEqualTo(32);
    assertThat(metrics())
        .contains("# TYPE parley_messages_total counter")
        .contains("# TYPE parley_live_sessions gauge")
        .contains("# HELP parley_live_sessions Open live sessions");
    for (String name :
        List.of(
            "parley_queue_frames",
            "parley_queue_bytes",
            "parley_queue_fullest_frames",
            "parley_throttles_total",
            "parley_requests_total",
            "parley_connections_total",
            "parley_connection_requests_total",
            "parley_pushes_sent_total",
            "parley_pushes_failed_total",
            "parley_pushes_dropped_total",
            "parley_journal_lag_events",
            "parley_journal_lag_seconds")) {
      assertThat(metric(name)).as(name).isNotNegative();
    }
  }

  @Test
  void who_is_told_that_it_is_too_much_is_counted_as_throttled() {
    double throttles = metric("parley_throttles_total");
    Person ada = people.register("ada");
    Anybody guesser = new Anybody(server);
    await()
        .atMost(PATIENCE)
        .until(() -> guesser.signsIn(ada.username(), "a wrong password").statusCode() == 429);
    await().atMost(PATIENCE).until(() -> metric("parley_throttles_total") > throttles);
    assertThat(node().getLong("throttled_per_minute")).isPositive();
    assertThat(node().getLong("sign_ins_per_minute")).isPositive();
  }

  @Test
  void an_operator_reads_the_same_figures_from_the_mbean() throws Exception {
    Person ada = people.register("ada");
    try (LiveClient live = ada.opensLiveSession();
        JMXConnector jmx = JMXConnectorFactory.connect(jmxOf(server))) {
      live.saysHello();
      MBeanServerConnection beans = jmx.getMBeanServerConnection();
      ObjectName figures = new ObjectName("dev.parley:type=Figures");
      for (String attribute : List.of("LiveSessions", "HelloSessions", "SignIns", "Requests")) {
        await()
            .atMost(PATIENCE)
            .until(() -> ((Number) beans.getAttribute(figures, attribute)).longValue(), v -> v > 0);
      }
      List<String> unreadable = new ArrayList<>();
      for (var attribute : beans.getMBeanInfo(figures).getAttributes()) {
        if (!(beans.getAttribute(figures, attribute.getName()) instanceof Number value)
            || value.doubleValue() < 0) {
          unreadable.add(attribute.getName());
        }
      }
      assertThat(unreadable).isEmpty();
    }
  }

  /** The address of the server's own JMX, which is opened by this. */
  private static JMXServiceURL jmxOf(ParleyServer server) throws Exception {
    VirtualMachine machine = VirtualMachine.attach(String.valueOf(server.process().handle().pid()));
    try {
      return new JMXServiceURL(machine.startLocalManagementAgent());
    } finally {
      machine.detach();
    }
  }

  private JsonPath stats() {
    return root.get("admin/stats/").jsonPath();
  }

  private JsonPath node() {
    return stats().setRootPath("nodes[0]");
  }

  @Test
  void every_metric_is_explained_to_operators() throws IOException {
    String page = Files.readString(LaunchedProcess.PROJECT.resolve("src/docs/operating.md"));
    List<String> names =
        Pattern.compile("(?m)^# TYPE (parley_\\w+)")
            .matcher(metrics())
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(names)
        .hasSizeGreaterThan(15)
        .allSatisfy(name -> assertThat(page).containsPattern("`" + name + "[`{]"));
  }

  private String metrics() {
    return root.call().accept("text/plain").get(server.base() + "/metrics").asString();
  }

  /** The value of the first line of this name. */
  private double metric(String name) {
    Matcher line = Pattern.compile("(?m)^" + name + "(?:\\{[^}]*})? (\\S+)").matcher(metrics());
    assertThat(line.find()).as(name).isTrue();
    return Double.parseDouble(line.group(1));
  }
}
