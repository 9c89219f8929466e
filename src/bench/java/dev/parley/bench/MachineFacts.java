package dev.parley.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** What a reader must know of the machine to judge the figures. */
final class MachineFacts {
  private static final Path PROJECT =
      Path.of(System.getProperty("parley.basedir", "")).toAbsolutePath();

  private MachineFacts() {}

  /** The facts, a sentence each; the database is asked how it really runs. */
  static List<String> gather(DataSource database) throws IOException, SQLException {
    return List.of(
        "commit %s, %s".formatted(commit(), LocalDate.now(ZoneOffset.UTC)),
        "%d cores (%s) for client, servers and database together"
            .formatted(Runtime.getRuntime().availableProcessors(), processor()),
        "%s %s, %s"
            .formatted(
                System.getProperty("java.vm.name"),
                System.getProperty("java.runtime.version"),
                options()),
        "PostgreSQL %s, fsync %s, synchronous_commit %s"
            .formatted(
                shown(database, "server_version"),
                shown(database, "fsync"),
                shown(database, "synchronous_commit")));
  }

  private static String shown(DataSource database, String setting) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("SHOW " + setting)) {
      answer.next();
      return answer.getString(1);
    }
  }

  private static String options() throws IOException {
    Path folder = PROJECT.resolve("server-config/payara-micro");
    try (Stream<String> load = Files.lines(folder.resolve("java-options-load"))) {
      return load.filter(line -> line.startsWith("-")).collect(Collectors.joining(" "));
    }
  }

  private static String processor() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    }
  }

  private static String commit() throws IOException {
    return git("rev-parse", "--short", "HEAD")
        + (git("status", "--porcelain").isEmpty() ? "" : " with changes");
  }

  private static String git(String... arguments) throws IOException {
    List<String> command = Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
    Process process = new ProcessBuilder(command).directory(PROJECT.toFile()).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
  }
}
