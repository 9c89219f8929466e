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
  private final EmbeddedPostgres postgres;

  private EmbeddedDatabase(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /**
   * Starts PostgreSQL on a free loopback port.
   *
   * @param folder where the data stays between starts
   * @throws IOException when PostgreSQL cannot be unpacked or started
   */
  public static EmbeddedDatabase start(Path folder) throws IOException {
    Files.createDirectories(folder);
    EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
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
            .start();
    EmbeddedDatabase database = new EmbeddedDatabase(postgres);
    database.makeDurable();
    return database;
  }

  /**
   * The library starts the server with {@code -F}; only a superuser's ALTER SYSTEM is not enough,
   * so it is checked.
   */
  private void makeDurable() {
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

  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
