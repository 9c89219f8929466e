package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.journey.LaunchedProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may come into the embedded database, and as what. */
class EmbeddedDatabaseIT {
  private static final String NO_PASSWORD = "28P01";
  private static final String NOT_ALLOWED = "42501";

  @Test
  void nobody_comes_in_without_the_password_that_its_folder_keeps() throws Exception {
    Path folder = LaunchedProcess.freshFolder("it-guarded-database");
    String password;
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
      refusesStrangers(database);
      password = database.password();
      assertThat(password).hasSizeGreaterThanOrEqualTo(32);
    }
    assertThat(modeOf(folder)).isEqualTo("rwx------");
    for (String name : List.of("postgres-password", "parley-password")) {
      assertThat(modeOf(folder.resolve(name))).isEqualTo("rw-------");
    }
    try (EmbeddedDatabase again = EmbeddedDatabase.start(folder)) {
      assertThat(again.password()).isEqualTo(password);
      refusesStrangers(again);
    }
  }

  @Test
  void the_application_owns_its_database_and_administers_nothing() throws Exception {
    try (EmbeddedDatabase database =
            EmbeddedDatabase.start(LaunchedProcess.freshFolder("it-ordinary-role"));
        Connection connection = asApplication(database);
        Statement statement = connection.createStatement()) {
      statement.execute("create extension pg_trgm");
      statement.execute("create extension btree_gin");
      statement.execute("create table notes (id int)");
      for (String forbidden :
          List.of(
              "create role another",
              "copy notes from program 'echo 1'",
              "select pg_read_file('pg_hba.conf')",
              "alter system set fsync = off")) {
        assertThatThrownBy(() -> statement.execute(forbidden))
            .isInstanceOfSatisfying(
                SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(NOT_ALLOWED));
      }
    }
  }

  @Test
  void a_folder_that_an_earlier_version_left_open_is_carried_over() throws Exception {
    Path folder = LaunchedProcess.freshFolder("it-earlier-database");
    makeAsEarlier(folder);
    for (int start = 1; start <= 2; start++) {
      try (EmbeddedDatabase database = EmbeddedDatabase.start(folder);
          Connection connection = asApplication(database);
          Statement statement = connection.createStatement()) {
        refusesStrangers(database);
        statement.execute("alter table notes add column at%d timestamptz".formatted(start));
        statement.execute("insert into notes (id, text) values (%d, 'kept')".formatted(start));
        statement.execute("create or replace view shown as select text from notes");
        statement.execute("drop function if exists told()");
        statement.execute("create extension if not exists pg_trgm");
        statement.execute("create table more_%d (id int)".formatted(start));
        try (ResultSet found =
            statement.executeQuery("select count(*) from notes where text = 'of before'")) {
          found.next();
          assertThat(found.getInt(1)).isOne();
        }
      }
    }
    assertThat(modeOf(folder)).isEqualTo("rwx------");
  }

  /** As it was before passwords: everybody is trusted, and all belongs to the administrator. */
  private static void makeAsEarlier(Path folder) throws Exception {
    Path data = Files.createDirectories(folder.resolve("postgres"));
    try (EmbeddedPostgres earlier =
            EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(folder.resolve("postgres-binaries").toFile())
                .start();
        Connection connection = earlier.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create extension pg_trgm");
      statement.execute("create table notes (seq bigserial, id int, text text)");
      statement.execute("create index on notes using gin (text gin_trgm_ops)");
      statement.execute("create statistics notes_both on id, text from notes");
      statement.execute("create view shown as select text from notes");
      statement.execute("create function told() returns int language sql as 'select 1'");
      statement.execute("insert into notes (id, text) values (0, 'of before')");
    }
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void refusesStrangers(EmbeddedDatabase database) {
    for (String role : List.of(database.user(), "postgres")) {
      for (String guess : List.of("postgres", "parley", "")) {
        assertThatThrownBy(() -> DriverManager.getConnection(database.url(), role, guess).close())
            .as(role)
            .isInstanceOf(SQLException.class)
            .extracting(e -> ((SQLException) e).getSQLState())
            .isIn(NO_PASSWORD, "08004");
      }
    }
  }

  private static Connection asApplication(EmbeddedDatabase database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }

  private static String modeOf(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
