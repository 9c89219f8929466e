package dev.parley.platform;

import dev.parley.caller.ApplicationReady;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the database to the schema of this version before anything else uses it, then says so. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrations {
  private static final Logger LOG = Logger.getLogger(Migrations.class.getName());

  @Resource(lookup = "jdbc/parley")
  private DataSource database;

  @Inject private Config config;
  @Inject private Event<ApplicationReady> ready;

  @PostConstruct
  void migrate() {
    try {
      checkConfiguration();
      applyAll();
      ready.fire(new ApplicationReady());
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "{0}", sentence(e));
      throw e;
    }
  }

  private void applyAll() {
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(database)
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }

  private static String sentence(RuntimeException e) {
    String why =
        String.valueOf(e.getMessage())
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.matches("-+"))
            .limit(3)
            .collect(Collectors.joining(" "));
    return e instanceof FlywayException
        ? "The database cannot be brought to this version's schema: " + why
        : why;
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
