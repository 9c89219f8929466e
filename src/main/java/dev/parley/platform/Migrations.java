package dev.parley.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.flywaydb.core.Flyway;

/** Brings the database to the schema of this version before anything else uses it, then says so. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrations {
  @Resource(lookup = "jdbc/parley")
  private DataSource database;

  @Inject private Config config;
  @Inject private Event<dev.parley.caller.ApplicationReady> ready;

  @PostConstruct
  void migrate() {
    checkConfiguration();
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(database)
        .locations("classpath:db/migration")
        .load()
        .migrate();
    ready.fire(new dev.parley.caller.ApplicationReady());
  }

  private void checkConfiguration() {
    for (ConfigurationKey key : ConfigurationKey.values()) {
      String value = config.getOptionalValue(key.key(), String.class).orElse(key.defaultValue());
      if (!key.accepts(value)) {
        throw new IllegalStateException(
            "The configuration key "
                + key.key()
                + " must be "
                + key.wanted()
                + ", not \""
                + value
                + "\".");
      }
    }
  }
}
