package dev.parley.container;

import dev.parley.journey.FreePorts;
import dev.parley.journey.LaunchedProcess;
import dev.parley.launcher.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts a PostgreSQL before the server of the in-container tests and tells the server of it; the
 * server boots with the commands and the data grid of {@code server-config}.
 */
public final class Container implements BeforeAllCallback {
  private static final String BASE = "parley.basedir";

  @Override
  public void beforeAll(ExtensionContext context) {
    // Inside the server this property is not set and everything is there already.
    if (System.getProperty(BASE) != null && System.getProperty("payara.microJar") == null) {
      Outside.prepare(Path.of(System.getProperty(BASE)).toAbsolutePath());
    }
  }

  /** What only the JVM of the tests can do. */
  static final class Outside {
    private static EmbeddedDatabase database;

    private Outside() {}

    static String databaseUrl() {
      return database.url();
    }

    private static void prepare(Path project) {
      try {
        database = EmbeddedDatabase.start(LaunchedProcess.freshFolder("container").resolve("pg"));
        Runtime.getRuntime().addShutdownHook(new Thread(Outside::stop));
        System.setProperty(
            "payara.microJar", project.resolve("target/server/payara-micro.jar").toString());
        int port = FreePorts.next();
        System.setProperty("payara.cmdOptions", options(project, port));
        System.setProperty("payara.extraMicroOptions", arguments(project, port));
      } catch (URISyntaxException | IOException e) {
        throw new IllegalStateException("the database of the container cannot be started", e);
      }
    }

    private static String options(Path project, int port) {
      return Stream.of(
              "parley.db.url=" + database.url(),
              "parley.db.user=" + database.user(),
              "parley.db.password=" + database.password(),
              "parley.port=" + port,
              "parley.public-url=http://localhost:" + port,
              "parley.limits.requests-per-day=0",
              "parley.limits.pending-requests=0")
          .map(setting -> "-D" + setting)
          .collect(
              Collectors.joining(
                  " ", "@" + project.resolve("server-config/payara-micro/java-options") + " ", ""));
    }

    private static String arguments(Path project, int port) throws URISyntaxException, IOException {
      Path config = project.resolve("server-config/payara-micro");
      Path driver =
          Path.of(
              org.postgresql.Driver.class
                  .getProtectionDomain()
                  .getCodeSource()
                  .getLocation()
                  .toURI());
      return String.join(
          " ",
          List.of(
              "--port " + port,
              "--contextroot /",
              "--hzconfigfile " + config.resolve("hazelcast.xml"),
              "--prebootcommandfile " + openAtBoot(config.resolve("preboot.asadmin")),
              "--postbootcommandfile " + config.resolve("pool.asadmin"),
              "--addlibs " + driver,
              "--disablephonehome",
              "--nohostaware"));
    }

    /** The extension that deploys looks for the port while the server boots. */
    private static Path openAtBoot(Path commands) throws IOException {
      return Files.write(
          LaunchedProcess.freshFolder("container-commands").resolve("preboot.asadmin"),
          Files.readAllLines(commands).stream()
              .filter(line -> !line.endsWith("http-listener.enabled=false"))
              .toList());
    }

    private static void stop() {
      try {
        database.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
