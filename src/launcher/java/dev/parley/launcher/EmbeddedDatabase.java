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
import javax.sql.DataSource;

/**
 * A real PostgreSQL that keeps its data in a folder and, unlike its library's default, every
 * committed byte on disk; who comes in needs a password, which only the folder's owner can read.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private final DataFolder folder;
  private final EmbeddedPostgres postgres;
  private final String password;

  private EmbeddedDatabase(DataFolder folder, int port) throws IOException {
    this.folder = folder;
    this.password = folder.passwordOf(DatabaseRoles.APPLICATION);
    this.postgres = run(folder, port);
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
      EmbeddedDatabase database = new EmbeddedDatabase(folder, port);
      database.makeReady();
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

  private static EmbeddedPostgres run(DataFolder folder, int port) throws IOException {
    String administrators = folder.passwordOf(DatabaseRoles.ADMINISTRATOR);
    OwnerOnly.folder(folder.postgres());
    boolean unpacks = !Files.exists(folder.programs());
    OwnerOnly.folder(folder.programs());
    EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setPort(port)
            .setDataDirectory(folder.postgres())
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(folder.programs().toFile())
            // What is called the locale are further options of initdb; the last one counts.
            .setLocaleConfig("auth-host", "scram-sha-256")
            .setLocaleConfig("auth-local", "scram-sha-256")
            .setLocaleConfig("pwfile", folder.passwordFile(DatabaseRoles.ADMINISTRATOR).toString())
            .setConnectConfig("password", administrators)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("max_connections", "64")
            .setServerConfig("unix_socket_directories", "")
            .setPGStartupWait(Duration.ofSeconds(40))
            // Running requests need it to their end, so it stops after the server and not beside
            // it.
            .setRegisterShutdownHook(false)
            .start();
    if (unpacks) {
      OwnerOnly.closeAll(folder.programs());
    }
    return postgres;
  }

  private void makeReady() throws IOException {
    try {
      arrange();
      requireDurable();
    } catch (StartFailure | IOException e) {
      close();
      throw e;
    }
  }

  private void arrange() throws IOException {
    try {
      new DatabaseRoles(folder.postgres(), password, folder.passwordOf(DatabaseRoles.ADMINISTRATOR))
          .arrange(postgres.getPostgresDatabase());
    } catch (SQLException e) {
      throw new StartFailure("The embedded database cannot be set up: " + e.getMessage());
    }
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

  /** The role of the application, which owns the database and nothing beyond it. */
  public String user() {
    return DatabaseRoles.APPLICATION;
  }

  public String password() {
    return password;
  }

  /** The database as its administrator sees it, by the password in the data folder. */
  public DataSource administrator() {
    return postgres.getPostgresDatabase();
  }

  /** Where the password of the database's administrator is. */
  public static Path administratorsPassword(Path dataDirectory) {
    return DataFolder.passwordOf(DatabaseRoles.ADMINISTRATOR, dataDirectory);
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
