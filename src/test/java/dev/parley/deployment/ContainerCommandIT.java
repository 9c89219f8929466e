package dev.parley.deployment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.journey.AwkwardPassword;
import dev.parley.journey.DatabaseOutage;
import dev.parley.journey.FreePorts;
import dev.parley.journey.LaunchedProcess;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.PortObserver;
import dev.parley.launcher.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The commands of the Dockerfile, run as they stand there, outside of a container. */
class ContainerCommandIT {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Path FOLDER = LaunchedProcess.freshFolder("image");
  private static final Path TEMPORARY = LaunchedProcess.freshFolder("image-temporary");
  private static final Path LOG = LaunchedProcess.PROJECT.resolve("target/it-container.log");
  private static final int PORT = FreePorts.next();
  private static final int OPS_PORT = FreePorts.next();
  private static Image image;
  private static final Path DATA =
      AwkwardPassword.in(LaunchedProcess.freshFolder("image-database"));
  private static final int DATABASE_PORT = FreePorts.next();
  private static EmbeddedDatabase database;
  private static Path password;

  @BeforeAll
  static void start() throws IOException {
    image = Image.layOut(FOLDER);
    startDatabase();
    // Once, as it is read by servers that start.
    password = secret("image-secret", database.password());
  }

  @AfterAll
  static void stop() {
    stopDatabase();
  }

  @Test
  void it_runs_by_a_secret_from_a_file_writes_nothing_beside_its_temporary_folder_and_stops()
      throws Exception {
    List<String> before = image.files();
    stopDatabase();
    PortObserver port = PortObserver.of(PORT);
    Process server = run(image.entrypoint(), environment());
    try (port) {
      assertThat(isReady()).isFalse();
      itWaitsForItsDatabase(server);
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> isReady() || !server.isAlive());
      port.sawParleyAlone();
      given().get("http://localhost:" + PORT + "/chat/api/config/").then().statusCode(200);
      given().get("http://localhost:" + PORT + "/health/ready").then().statusCode(404);
      given().get("http://localhost:" + OPS_PORT + "/health/live").then().statusCode(200);
      itTellsOfItsDatabaseInALine();
    } finally {
      server.destroy();
    }
    assertThat(server.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(server.exitValue()).as("ended by the signal, not killed").isEqualTo(143);
    assertThat(image.files()).isEqualTo(before);
    assertThat(log())
        .containsPattern("\\{.*\"LogMessage\":\"Set-up link: http.*\\}")
        .containsOnlyOnce("Waiting for the database")
        .doesNotContain("SLF4J");
  }

  private static void itTellsOfItsDatabaseInALine() throws Exception {
    ParleyServer server = ParleyServer.at(PORT, database.administrator());
    DatabaseOutage.of(
        server,
        OPS_PORT,
        ContainerCommandIT::log,
        ContainerCommandIT::stopDatabase,
        ContainerCommandIT::startDatabase);
  }

  private static void stopDatabase() {
    try {
      database.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void startDatabase() {
    database = EmbeddedDatabase.start(DATA, DATABASE_PORT);
  }

  private static void itWaitsForItsDatabase(Process server) throws Exception {
    try {
      await()
          .atMost(PATIENCE)
          .until(() -> log().contains("Waiting for the database") || !server.isAlive());
      assertThat(server.isAlive()).isTrue();
    } finally {
      startDatabase();
    }
  }

  @Test
  void a_password_that_the_database_does_not_take_is_told_in_a_line_and_ends_it() throws Exception {
    Map<String, String> wrong = environment();
    wrong.put("PARLEY_DB_PASSWORD_FILE", secret("image-guess", "only-a-guess").toString());
    wrong.put("PARLEY_DB_WAIT", "PT1S");
    PortObserver port = PortObserver.of(PORT);
    Process server = run(image.entrypoint(), wrong);
    try (port) {
      assertThat(server.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(server.exitValue()).isEqualTo(1);
      port.sawNothingElse();
      String refusal = "password authentication failed for user";
      assertThat(log())
          .containsOnlyOnce("Waiting for the database: FATAL: " + refusal)
          .containsOnlyOnce("The database cannot be used: FATAL: " + refusal)
          .doesNotContain("only-a-guess");
    } finally {
      server.destroyForcibly();
    }
  }

  private static String log() {
    try {
      return Files.readString(LOG);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void it_says_what_it_lacks() throws Exception {
    Map<String, String> lacking = environment();
    lacking.put("PARLEY_DB_PASSWORD_FILE", "/nowhere");
    assertThat(saidByAFailure(lacking))
        .isEqualTo("PARLEY_DB_PASSWORD_FILE names /nowhere, which cannot be read.");
    lacking.remove("PARLEY_DB_PASSWORD_FILE");
    assertThat(saidByAFailure(lacking))
        .isEqualTo("PARLEY_DB_PASSWORD is not set, and no file by PARLEY_DB_PASSWORD_FILE.");
  }

  private static String saidByAFailure(Map<String, String> environment) throws Exception {
    Process process = run(image.entrypoint(), environment);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    return Files.readString(LOG).strip();
  }

  private static Map<String, String> environment() {
    Map<String, String> all = new TreeMap<>(image.environment());
    all.put("TMPDIR", TEMPORARY.toString());
    all.put("JAVA_HOME", System.getProperty("java.home"));
    all.put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + TEMPORARY);
    all.put("PARLEY_PORT", String.valueOf(PORT));
    all.put("PARLEY_OPS_PORT", String.valueOf(OPS_PORT));
    all.put("PARLEY_PUBLIC_URL", "http://localhost:" + PORT);
    all.put("PARLEY_LOG_FORMAT", "json");
    all.put("PARLEY_DB_URL", database.url());
    all.put("PARLEY_DB_USER", database.user());
    all.put("PARLEY_DB_PASSWORD_FILE", password.toString());
    return all;
  }

  private static Path secret(String name, String value) throws IOException {
    return Files.writeString(FOLDER.resolveSibling(name), value + "\n");
  }

  private static boolean isReady() throws Exception {
    return run(image.healthcheck(), environment()).waitFor() == 0;
  }

  private static Process run(List<String> command, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    boolean server = command.equals(image.entrypoint());
    builder.redirectOutput(
        server ? ProcessBuilder.Redirect.to(LOG.toFile()) : ProcessBuilder.Redirect.DISCARD);
    builder.environment().keySet().removeIf(name -> name.startsWith("PARLEY_"));
    builder.environment().putAll(environment);
    return builder.start();
  }
}
