package dev.parley.base.sql;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Brings rows to a form that only the application knows how to make, once, between two versions.
 */
public abstract class DataMigration implements JavaMigration {
  private final MigrationVersion version;
  private final String description;

  protected DataMigration(String version, String description) {
    this.version = MigrationVersion.fromVersion(version);
    this.description = description;
  }

  /** Changes the rows; the transaction is the migration's. */
  protected abstract void change(Connection database) throws SQLException;

  @Override
  public final void migrate(Context context) throws SQLException {
    change(context.getConnection());
  }

  @Override
  public final MigrationVersion getVersion() {
    return version;
  }

  @Override
  public final String getDescription() {
    return description;
  }

  @Override
  public final Integer getChecksum() {
    return null;
  }

  @Override
  public final boolean canExecuteInTransaction() {
    return true;
  }
}
