package dev.parley.launcher;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.journey.FreePorts;
import dev.parley.journey.LaunchedProcess;
import dev.parley.journey.OrderlyStop;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.PortObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The life of one installation: started, used, stopped, killed, and started again. */
class StartAndStopIT {
  private static final Pattern SETUP_LINK = Pattern.compile("http://\\S+/setup\\?token=(\\S+)");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Path DATA = LaunchedProcess.freshFolder("it-life");
  private static final int PORT = FreePorts.next();
  private static final int OPS_PORT = FreePorts.next();
  private static final Path TEMPORARY = LaunchedProcess.freshFolder("it-life-temporary");

  @Test
  void it_starts_quietly_stops_cleanly_and_finds_its_data_again() throws Exception {
    Path left = a_folder_that_a_killed_server_has_left();
    LaunchedProcess first = starts_and_shows_nothing_but_parley();
    assertThat(left).doesNotExist();
    tells_the_address_and_a_set_up_link_and_little_else(first);
    keeps_every_commit_on_disk();
    keeps_other_accounts_out();
    opens_nothing_but_http_beyond_loopback(first);
    makes_its_first_administrator(first);
    ctrl_c_stops_all_of_it_but_not_before_who_asked_is_answered(first);

    LaunchedProcess second = ready(LaunchedProcess.startByAParent("it-life-2", settings()));
    assertThat(second.output()).doesNotContain("/setup?token=");
    signsIn();
    it_follows_a_maven_that_is_killed(second);

    killed_without_warning_it_leaves_nothing_in_the_way(start("it-life-3"));
  }

  private static LaunchedProcess starts_and_shows_nothing_but_parley() {
    try (PortObserver port = PortObserver.of(PORT)) {
      LaunchedProcess process = start("it-life-1");
      port.sawParleyAlone();
      return process;
    }
  }

  private static LaunchedProcess start(String name) {
    return ready(LaunchedProcess.start(name, settings()));
  }

  private static LaunchedProcess ready(LaunchedProcess process) {
    process.awaitReady();
    return process;
  }

  private static Map<String, String> settings() {
    return Map.of(
        "parley.data-dir", DATA.toString(),
        "parley.port", String.valueOf(PORT),
        "parley.ops.port", String.valueOf(OPS_PORT),
        "parley.stop.grace", "PT1M",
        "java.io.tmpdir", TEMPORARY.toString());
  }

  private static void tells_the_address_and_a_set_up_link_and_little_else(LaunchedProcess process) {
    assertThat(process.output())
        .contains("Parley is ready at http://localhost:" + PORT + "\n")
        .containsPattern(SETUP_LINK)
        .doesNotContain("INFO");
    assertThat(process.output().lines().filter(line -> !line.isBlank())).hasSizeLessThan(8);
  }

  private static void keeps_every_commit_on_disk() throws Exception {
    try (Connection connection = ParleyServer.databaseAt(DATA, databasePort()).getConnection();
        Statement statement = connection.createStatement()) {
      for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
        assertThat(shown(statement, setting)).as(setting).isEqualTo("on");
      }
    }
  }

  private static void keeps_other_accounts_out() throws IOException {
    try (Stream<Path> programs = Files.walk(DATA.resolve("postgres-binaries"))) {
      assertThat(Stream.concat(Stream.of(DATA, DATA.resolve("postgres")), programs))
          .filteredOn(path -> !Files.isSymbolicLink(path))
          .hasSizeGreaterThan(100)
          .allSatisfy(
              path ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                      .endsWith("------"));
    }
  }

  private static String shown(Statement statement, String setting) throws SQLException {
    try (ResultSet result = statement.executeQuery("SHOW " + setting)) {
      result.next();
      return result.getString(1);
    }
  }

  private static int databasePort() throws IOException {
    return Integer.parseInt(
        Files.readAllLines(DATA.resolve("postgres/postmaster.pid")).get(3).trim());
  }

  private static long databaseProcess() throws IOException {
    return Long.parseLong(
        Files.readAllLines(DATA.resolve("postgres/postmaster.pid")).get(0).trim());
  }

  private static void opens_nothing_but_http_beyond_loopback(LaunchedProcess process)
      throws IOException {
    Set<Listening> sockets = Listening.of(process.handle().pid());
    sockets.addAll(Listening.of(databaseProcess()));
    assertThat(sockets).as("HTTP, data grid and database listen").hasSizeGreaterThanOrEqualTo(3);
    assertThat(sockets.stream().filter(socket -> !socket.onLoopback()).map(Listening::port))
        .containsExactly(PORT);
  }

  private static void makes_its_first_administrator(LaunchedProcess process) {
    Matcher link = SETUP_LINK.matcher(process.output());
    assertThat(link.find()).isTrue();
    given()
        .contentType("application/json")
        .body(
            Map.of(
                "token", link.group(1), "username", "grace", "password", "correct horse battery"))
        .post("http://localhost:" + PORT + "/chat/api/setup/")
        .then()
        .statusCode(201);
  }

  private static void signsIn() {
    given()
        .contentType("application/json")
        .body(Map.of("username", "grace", "password", "correct horse battery"))
        .post("http://localhost:" + PORT + "/chat/api/login/")
        .then()
        .statusCode(200);
  }

  private static Path a_folder_that_a_killed_server_has_left() throws Exception {
    Process gone =
        new ProcessBuilder("sh", "-c", ":")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    gone.waitFor();
    return Files.createDirectory(TEMPORARY.resolve("parley-server-" + gone.pid() + "-1"));
  }

  private static void ctrl_c_stops_all_of_it_but_not_before_who_asked_is_answered(
      LaunchedProcess process) throws Exception {
    List<ProcessHandle> all = family(process);
    ParleyServer server = ParleyServer.at(PORT, ParleyServer.databaseAt(DATA, databasePort()));
    Person grace = new People(server).signIn("grace", "correct horse battery");
    OrderlyStop.of(server, OPS_PORT, grace, false, process::interrupt);
    process.exitStatus(PATIENCE);
    // Whoever adopted the database takes a moment to bury it.
    await().atMost(PATIENCE).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    assertThat(TEMPORARY).isDirectoryNotContaining("glob:**/{parley,payara}*");
    assertThat(process.output()).doesNotContain("Exception").doesNotContain("SLF4J");
  }

  private static void it_follows_a_maven_that_is_killed(LaunchedProcess process)
      throws IOException {
    List<ProcessHandle> all = family(process);
    assertThat(all).hasSizeGreaterThanOrEqualTo(3);
    process.handle().destroyForcibly();
    await().atMost(PATIENCE).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    assertThat(TEMPORARY).isDirectoryNotContaining("glob:**/{parley,payara}*");
  }

  private static List<ProcessHandle> family(LaunchedProcess process) throws IOException {
    ProcessHandle database = ProcessHandle.of(databaseProcess()).orElseThrow();
    return Stream.of(
            process.handle().descendants(),
            Stream.of(process.handle(), database),
            database.descendants())
        .flatMap(each -> each)
        .toList();
  }

  private static void killed_without_warning_it_leaves_nothing_in_the_way(LaunchedProcess process)
      throws Exception {
    long left = databaseProcess();
    process.handle().destroyForcibly();
    process.exitStatus(PATIENCE);
    assertThat(ProcessHandle.of(left)).as("its database").isPresent();
    try (EmbeddedDatabase again = EmbeddedDatabase.start(DATA)) {
      assertThat(databaseProcess()).isNotEqualTo(left);
      try (Connection connection =
              DriverManager.getConnection(again.url(), again.user(), again.password());
          Statement statement = connection.createStatement();
          ResultSet found = statement.executeQuery("select username from users")) {
        assertThat(found.next()).isTrue();
        assertThat(found.getString(1)).isEqualTo("grace");
      }
    }
    await().until(() -> ProcessHandle.of(left).filter(ProcessHandle::isAlive).isEmpty());
  }
}
