package dev.parley.server.platform;

import dev.parley.base.config.ConfigurationKey;
import dev.parley.base.payara.FailedStart;
import dev.parley.base.request.ApplicationReady;
import dev.parley.chat.message.ReactionSpelling;
import dev.parley.identity.account.FoldedNames;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the database to the schema of this version before anything else uses it, then says so. */
@ApplicationScoped
public class Migrations {
  private static final int FIRST = 1;

  @Resource(lookup = "jdbc/parley")
  private DataSource database;

  private volatile String version;

  @Inject private Config config;
  @Inject private Event<ApplicationReady> ready;

  // No bean of EJB's: what is scheduled from here on would inherit an invocation that has ended.
  void migrate(
      @Observes @Initialized(ApplicationScoped.class) @Priority(FIRST) ServletContext context) {
    try {
      checkConfiguration();
      applyAll();
      ready.fire(new ApplicationReady());
    } catch (RuntimeException e) {
      FailedStart.end(sentence(e));
      throw e;
    }
  }

  private void applyAll() {
    Flyway flyway = of(UnhurriedPool.of(database));
    flyway.migrate();
    version = flyway.info().current().getVersion().getVersion();
  }

  /** All migrations of this version for a database: those in SQL, and those of rows in Java. */
  public static Flyway of(DataSource database) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(database)
        .locations("classpath:db/migration")
        .javaMigrations(new FoldedNames(), new ReactionSpelling())
        .load();
  }

  /** The version of the schema that the database had when it was brought up to date. */
  String version() {
    return version;
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
    ConfigurationKey.firstFault(
            ConfigurationKey.valuesFrom(name -> config.getOptionalValue(name, String.class)))
        .ifPresent(
            fault -> {
              throw new IllegalStateException(fault);
            });
  }
}
