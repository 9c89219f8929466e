package dev.parley.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A real PostgreSQL that keeps its data in a folder and, unlike its library's default, every
 * committed byte on disk.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private final DataFolder folder;
  private final EmbeddedPostgres postgres;

  private EmbeddedDatabase(DataFolder folder, EmbeddedPostgres postgres) {
    this.folder = folder;
    this.postgres = postgres;
  }

  /**
   * Starts PostgreSQL on a free loopback port.
   *
   * @param dataDirectory where the data stays between starts
   */
  public static EmbeddedDatabase start(Path dataDirectory) {
    return start(dataDirectory, 0);
  }

  /** The same on a port of the caller's choice; 0 is a free one. */
  public static EmbeddedDatabase start(Path dataDirectory, int port) {
    DataFolder folder = DataFolder.take(dataDirectory);
    try {
      EmbeddedDatabase database = new EmbeddedDatabase(folder, run(folder.postgres(), port));
      database.requireDurable();
      return database;
    } catch (IOException | IllegalStateException e) {
      throw new StartFailure(
          "The embedded database in "
              + folder.postgres()
              + " could not start: "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given")
              + ".");
    }
  }

  private static EmbeddedPostgres run(Path folder, int port) throws IOException {
    Files.createDirectories(folder);
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setDataDirectory(folder)
        .setCleanDataDirectory(false)
        .setOverrideWorkingDirectory(folder.resolveSibling("postgres-binaries").toFile())
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("max_connections", "64")
        .setServerConfig("unix_socket_directories", "")
        .setPGStartupWait(Duration.ofSeconds(40))
        // Running requests need it to their end, so it stops after the server and not beside it.
        .setRegisterShutdownHook(false)
        .start();
  }

  /** The library starts the server with {@code -F}, which our settings must have taken back. */
  private void requireDurable() {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
        try (ResultSet shown = statement.executeQuery("SHOW " + setting)) {
          shown.next();
          if (!"on".equals(shown.getString(1))) {
            throw new StartFailure(
                "The embedded database runs with " + setting + " off, so it could lose messages.");
          }
        }
      }
    } catch (SQLException e) {
      throw new StartFailure("The embedded database does not answer: " + e.getMessage());
    }
  }

  public int port() {
    return postgres.getPort();
  }

  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
  }

  @Override
  public void close() throws IOException {
    try {
      postgres.close();
    } finally {
      folder.close();
    }
  }
}
