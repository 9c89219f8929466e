package dev.parley.journey;

import dev.parley.launcher.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Payara Server as an operator gets it, with a domain that the script of {@code server-config}
 * makes and fills; it ends with the tests.
 */
public final class PayaraServer {
  public static final String PASSWORD = "operators0wn";
  private static final Path HOME = LaunchedProcess.PROJECT.resolve("target/payara-server/payara7");
  private static final Duration PATIENCE = Duration.ofMinutes(8);

  private final Path folder = LaunchedProcess.freshFolder("payara-server");
  private final int port = FreePorts.next();
  private final int adminPort = FreePorts.next();
  private final int opsPort = FreePorts.next();
  private final EmbeddedDatabase database;
  private volatile ProcessHandle lastSeen;

  private PayaraServer() {
    database =
        EmbeddedDatabase.start(
            AwkwardPassword.in(LaunchedProcess.freshFolder("payara-server-database")));
    Runtime.getRuntime().addShutdownHook(new Thread(this::end));
  }

  /** The one for all tests; nothing is installed yet. */
  public static PayaraServer shared() {
    return Shared.SERVER;
  }

  public ParleyServer parley() {
    return ParleyServer.at(port, data());
  }

  public DataSource data() {
    return database.administrator();
  }

  public String databaseUrl() {
    return database.url();
  }

  public String databasePassword() {
    return database.password();
  }

  public boolean hasDomain() {
    return Files.exists(folder.resolve("domains/parley"));
  }

  public int port() {
    return port;
  }

  public int opsPort() {
    return opsPort;
  }

  public URI console() {
    return URI.create("http://localhost:" + adminPort);
  }

  /** How the script ended and what it said. */
  public record Outcome(int status, String output) {}

  /** Runs the script of {@code server-config} with these changes to a sound environment. */
  public Outcome installs(Map<String, String> changes) {
    return installs(changes, LaunchedProcess.PROJECT.resolve("target/parley.war").toString());
  }

  /** The same with another file as the application. */
  public Outcome installs(Map<String, String> changes, String application) {
    Map<String, String> environment = environment();
    environment.putAll(changes);
    Outcome outcome =
        run(
            environment,
            LaunchedProcess.PROJECT.resolve("server-config/payara-server/install.sh").toString(),
            HOME.toString(),
            application);
    lastSeen = process().orElse(null);
    return outcome;
  }

  private Map<String, String> environment() {
    Map<String, String> all = new TreeMap<>();
    all.put("PAYARA_DOMAINS", folder.resolve("domains").toString());
    all.put("AS_JAVA", System.getProperty("java.home"));
    all.put("AS_EXTRA_JAVA_OPTS", "-XX:TieredStopAtLevel=1");
    all.put("PAYARA_ADMIN_PORT", String.valueOf(adminPort));
    all.put("PAYARA_PASSWORD_FILE", passwordFile("passwords", PASSWORD));
    all.put("PAYARA_PORTS", otherPorts());
    all.put(
        "JDBC_DRIVER", LaunchedProcess.PROJECT.resolve("target/server/postgresql.jar").toString());
    all.put("PARLEY_PORT", String.valueOf(port));
    all.put("PARLEY_OPS_PORT", String.valueOf(opsPort));
    all.put("PARLEY_PUBLIC_URL", "http://localhost:" + port);
    all.put("PARLEY_DB_URL", database.url());
    all.put("PARLEY_DB_USER", database.user());
    all.put("PARLEY_DB_PASSWORD", database.password());
    all.put("PARLEY_LIMITS_LOGINS_PER_ADDRESS", "0");
    all.put("PARLEY_LIMITS_REGISTRATIONS_PER_ADDRESS", "0");
    all.put("PARLEY_STOP_NOTICE", "PT8S");
    all.put("PARLEY_STOP_GRACE", "PT1M");
    return all;
  }

  /** Ports of what Parley does not use, chosen once, as the domain keeps them. */
  private String otherPorts() {
    Path file = folder.resolve("ports");
    try {
      if (!Files.exists(file)) {
        Files.writeString(
            file,
            Stream.of(
                    "http.ssl.port",
                    "jms.port",
                    "orb.listener.port",
                    "orb.ssl.port",
                    "orb.mutualauth.port",
                    "domain.jmxPort",
                    "osgi.shell.telnet.port")
                .map(name -> name + "=" + FreePorts.next())
                .collect(Collectors.joining(":")));
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file as asadmin wants it. */
  public String passwordFile(String name, String password) {
    try {
      return Files.writeString(folder.resolve(name), "AS_ADMIN_PASSWORD=" + password + "\n")
          .toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Outcome run(Map<String, String> environment, String... command) {
    try {
      Path output = folder.resolve("output");
      ProcessBuilder builder = new ProcessBuilder(List.of(command)).redirectErrorStream(true);
      builder.redirectOutput(output.toFile());
      builder.environment().keySet().removeIf(key -> key.matches("(PARLEY|PAYARA)_.*"));
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(
            "no end after " + PATIENCE + ": " + Files.readString(output));
      }
      return new Outcome(process.exitValue(), Files.readString(output).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A file of the domain as text, such as its log. */
  public String file(String path) {
    try {
      return Files.readString(folder.resolve("domains/parley").resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The server's process, while there is one. */
  public Optional<ProcessHandle> process() {
    Path file = folder.resolve("domains/parley/config/pid");
    return Files.exists(file)
        ? ProcessHandle.of(Long.parseLong(file("config/pid").strip()))
        : Optional.empty();
  }

  private void end() {
    try {
      // The server takes away the file with its number before it ends.
      if (lastSeen != null) {
        lastSeen.destroyForcibly();
        lastSeen.onExit().join();
      }
      database.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Shared {
    private static final PayaraServer SERVER = new PayaraServer();

    private Shared() {}
  }
}
