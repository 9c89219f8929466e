package dev.parley.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journey.ParleyServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The migrations on a real database: from nothing, once more, and from two nodes at once. */
class MigrationsIT {
  private final PGSimpleDataSource empty = (PGSimpleDataSource) ParleyServer.shared().database();

  @BeforeEach
  void an_empty_database() throws SQLException {
    String name = "migrated_" + UUID.randomUUID().toString().replace('-', '_');
    try (Connection connection = ParleyServer.shared().database().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    empty.setDatabaseName(name);
  }

  @Test
  void an_empty_database_gets_every_table() {
    assertThat(migrate(empty).migrationsExecuted).isPositive();
    assertThat(flyway(empty).info().pending()).isEmpty();
  }

  @Test
  void a_second_start_changes_nothing() {
    migrate(empty);
    assertThat(migrate(empty).migrationsExecuted).isZero();
    assertThat(flyway(empty).validateWithResult().validationSuccessful).isTrue();
  }

  @Test
  void two_nodes_that_start_at_once_migrate_once() {
    List<CompletableFuture<MigrateResult>> nodes =
        IntStream.range(0, 2)
            .mapToObj(node -> CompletableFuture.supplyAsync(() -> migrate(empty)))
            .toList();
    int executed = nodes.stream().mapToInt(node -> node.join().migrationsExecuted).sum();
    assertThat(executed).isEqualTo(flyway(empty).info().applied().length);
  }

  private static MigrateResult migrate(DataSource database) {
    return flyway(database).migrate();
  }

  private static Flyway flyway(DataSource database) {
    return Flyway.configure().dataSource(database).locations("classpath:db/migration").load();
  }
}
