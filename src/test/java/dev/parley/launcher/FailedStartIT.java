package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journey.FreePorts;
import dev.parley.journey.LaunchedProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What cannot start says why in one sentence, with no stack trace, and ends with a failure. */
class FailedStartIT {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Path DATA = LaunchedProcess.freshFolder("it-failed-database");
  private static EmbeddedDatabase database;

  @BeforeAll
  static void start() {
    database = EmbeddedDatabase.start(DATA);
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
  }

  @Test
  void a_port_that_is_in_use() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      assertThat(refusal(Map.of("parley.port", port)))
          .isEqualTo(
              "Port "
                  + port
                  + " is in use; stop what listens there or start with -Dparley.port=<another>.");
      assertThat(refusal(Map.of("parley.ops.port", port)))
          .startsWith("Port " + port + " is in use")
          .contains("-Dparley.ops.port=");
    }
  }

  @Test
  void a_wrong_value() {
    assertThat(refusal(Map.of("parley.limits.json-bytes", "many")))
        .isEqualTo(
            "The configuration key parley.limits.json-bytes must be a whole number above 0, not \"many\".");
  }

  @Test
  void a_key_that_does_not_exist() {
    assertThat(refusal(Map.of("parley.prot", "8080")))
        .isEqualTo("There is no configuration key parley.prot.");
  }

  @Test
  void a_provider_that_lacks_something() {
    assertThat(
            refusal(
                Map.of(
                    "parley.sso.providers",
                    "acme",
                    "parley.sso.acme.issuer",
                    "https://id.acme.example")))
        .isEqualTo(
            "The configuration key parley.sso.acme.client-id is missing; each provider needs it.");
  }

  @Test
  void a_database_that_cannot_be_reached() {
    assertThat(
            refusal(
                Map.of(
                    "parley.db.url",
                    "jdbc:postgresql://127.0.0.1:" + FreePorts.next() + "/parley")))
        .startsWith("The database at jdbc:postgresql://127.0.0.1:")
        .contains("cannot be used: Connection to 127.0.0.1");
  }

  @Test
  void a_database_that_does_not_know_the_user() {
    assertThat(
            refusal(
                Map.of(
                    "parley.db.url", database.url(),
                    "parley.db.user", "nobody",
                    "parley.db.password", "wrong")))
        .contains("cannot be used:")
        .contains("nobody")
        .doesNotContain("wrong");
  }

  @Test
  void a_data_folder_that_another_running_parley_uses() {
    assertThat(refusal(Map.of("parley.data-dir", DATA.toString())))
        .startsWith("The data folder " + DATA + " is used by another running Parley");
  }

  @Test
  void a_database_whose_schema_is_of_something_else() throws SQLException {
    try (Connection connection = database.administrator().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database of_something_else owner " + database.user());
    }
    String url = database.url().replaceAll("/postgres$", "/of_something_else");
    try (Connection connection =
            DriverManager.getConnection(url, database.user(), database.password());
        Statement statement = connection.createStatement()) {
      statement.execute("create table users (name text)");
    }
    assertThat(
            refusal(
                Map.of(
                    "parley.db.url", url,
                    "parley.db.user", database.user(),
                    "parley.db.password", database.password())))
        .startsWith(
            "The application could not start: The database cannot be brought to this version's schema: ")
        .contains("non-empty schema");
  }

  @Test
  void a_package_that_is_damaged() throws IOException {
    Path project = LaunchedProcess.freshFolder("it-failed-project");
    Path target = Files.createDirectories(project.resolve("target"));
    Files.writeString(target.resolve("parley.war"), "no archive");
    assertThat(refusal(project, Map.of()))
        .startsWith("The application's package " + target.resolve("parley.war"))
        .contains("missing or damaged");
  }

  private static String refusal(Map<String, String> settings) {
    return refusal(LaunchedProcess.PROJECT, settings);
  }

  /** The one line a launch that must fail has said. */
  private static String refusal(Path project, Map<String, String> settings) {
    Map<String, String> all = new TreeMap<>();
    all.put("parley.port", String.valueOf(FreePorts.next()));
    all.put("parley.data-dir", LaunchedProcess.freshFolder("it-failed").toString());
    all.putAll(settings);
    LaunchedProcess process = LaunchedProcess.start("it-failed", project, all);
    assertThat(process.exitStatus(PATIENCE)).isEqualTo(1);
    assertThat(process.output().strip().lines()).hasSize(1);
    return process.output().strip();
  }
}
