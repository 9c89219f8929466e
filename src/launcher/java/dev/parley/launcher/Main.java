package dev.parley.launcher;

import dev.parley.base.config.ConfigurationKey;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the application: checks what can be wrong, starts the database and the server, and stops
 * both on a signal.
 */
public final class Main {
  private static final Pattern GIVEN =
      Pattern.compile("-D((?:parley|mp|otel)\\.[\\w.-]+)=(\"[^\"]*\"|\\S*)");

  private static final Pattern SETUP_LINK = Pattern.compile("https?://\\S+");

  private static final String HOW_TO_TRY =
      """
      %n  Sign in with Keycloak as ada, who administers, or as ben; the password of both is only-for-trying-out.
        Keycloak's own console is at %s (%s, password %s).
      """;

  private final PrintStream terminal = System.out;
  private final PrintStream complaints = System.err;
  private EmbeddedDatabase database;
  private Keycloak keycloak;
  private Server server;
  private boolean stopped;

  /** Takes the project's folder. */
  public static void main(String[] arguments) {
    Main main = new Main();
    Runtime.getRuntime().addShutdownHook(new Thread(main::stop, "parley-stop"));
    followParent();
    try {
      LaunchSettings settings =
          new LaunchSettings(Path.of(arguments[0]), commandLine(), System.getenv());
      main.start(settings);
    } catch (StartFailure e) {
      main.fail(e.getMessage());
    } catch (Exception e) {
      e.printStackTrace();
      main.fail("Parley could not start: " + e);
    }
  }

  private void start(LaunchSettings settings) throws Exception {
    requireFreePort(settings.port(), ConfigurationKey.PORT.key());
    if (settings.opsPort() > 0) {
      requireFreePort(settings.opsPort(), ConfigurationKey.OPS_PORT.key());
    }
    Server.requireSoundApplication(settings);
    String password = UUID.randomUUID().toString();
    settings.keycloakPort().ifPresent(port -> startKeycloak(settings, port, password));
    HeldOutput output = HeldOutput.take();
    try {
      startDatabase(settings);
      ServerOutput setup = ServerOutput.of("dev.parley.identity.signin.SetupLink");
      startServer(settings);
      output.passOn();
      if (keycloak != null) {
        keycloak.awaitReady(Duration.ofMinutes(5));
        terminal.print(HOW_TO_TRY.formatted(keycloak.address(), Keycloak.ADMINISTRATOR, password));
      }
      announce(settings, setup);
    } catch (Exception e) {
      output.keepIn(settings.dataDirectory().resolve("failed-start.log"));
      throw e;
    }
  }

  private void startKeycloak(LaunchSettings settings, int port, String password) {
    requireFreePort(port, "keycloak.port");
    terminal.println("Keycloak starts as well; the first time this takes a minute or two.");
    keycloak =
        Keycloak.start(
            settings.project(), port, settings.text(ConfigurationKey.PUBLIC_URL), password);
  }

  private void startDatabase(LaunchSettings settings) {
    if (settings.namesDatabase()) {
      requireReachable(settings);
    } else {
      startEmbedded(settings);
      settings.set(ConfigurationKey.DB_URL, database.url());
      settings.set(ConfigurationKey.DB_USER, database.user());
      settings.set(ConfigurationKey.DB_PASSWORD, database.password());
    }
  }

  /** A stop that comes meanwhile waits for the database, so that it can stop that too. */
  private synchronized void startEmbedded(LaunchSettings settings) {
    if (stopped) {
      throw new StartFailure("Parley was stopped before it had started.");
    }
    database = EmbeddedDatabase.start(settings.dataDirectory());
  }

  private void startServer(LaunchSettings settings) throws Exception {
    settings.publish();
    server = new Server(settings);
    server.start();
    server.awaitAnswer(Duration.ofSeconds(60));
  }

  /** Says it all at once, so that whoever waits for the address has the link as well. */
  private void announce(LaunchSettings settings, ServerOutput setup) {
    String link =
        setup
            .sentence()
            .map(SETUP_LINK::matcher)
            .filter(Matcher::find)
            .map(
                found ->
                    "  Nobody administers it yet. Open this link, once, to begin:%n  %s%n%n"
                        .formatted(found.group()))
            .orElse("");
    terminal.print(
        "%n  Parley is ready at %s%n%n%s  Ctrl-C stops it; the next start finds everything again.%n%n"
            .formatted(settings.text(ConfigurationKey.PUBLIC_URL), link));
    terminal.flush();
  }

  private static void requireFreePort(int port, String option) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
    } catch (IOException e) {
      throw new StartFailure(
          "Port "
              + port
              + " is in use; stop what listens there or start with -D"
              + option
              + "=<another>.");
    }
  }

  private static void requireReachable(LaunchSettings settings) {
    String url = settings.text(ConfigurationKey.DB_URL);
    DriverManager.setLoginTimeout(5);
    try (Connection connection =
        DriverManager.getConnection(
            url,
            settings.text(ConfigurationKey.DB_USER),
            settings.text(ConfigurationKey.DB_PASSWORD))) {
      if (connection.getMetaData().getDatabaseMajorVersion() < 14) {
        throw new StartFailure("Parley needs PostgreSQL 14 or newer; " + url + " is older.");
      }
    } catch (SQLException e) {
      throw new StartFailure(
          "The database at " + url + " cannot be used: " + firstLine(e.getMessage()));
    }
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  /** What was given as {@code -Dparley.…} to this process or to the Maven that started it. */
  private static Properties commandLine() {
    Properties properties = new Properties();
    String maven = System.getenv().getOrDefault("MAVEN_CMD_LINE_ARGS", "");
    Matcher given = GIVEN.matcher(maven);
    while (given.find()) {
      properties.setProperty(given.group(1), given.group(2).replace("\"", ""));
    }
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith("parley."))
        .forEach(name -> properties.setProperty(name, System.getProperty(name)));
    return properties;
  }

  /** Maven ends without ending its children, so the application follows whoever started it. */
  private static void followParent() {
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
  }

  private void fail(String sentence) {
    stop();
    complaints.println(sentence);
    complaints.flush();
    // The server's own threads must not keep a failed start alive.
    Runtime.getRuntime().halt(1);
  }

  private synchronized void stop() {
    if (stopped) {
      return;
    }
    stopped = true;
    if (keycloak != null) {
      keycloak.close();
    }
    if (server != null) {
      server.stop();
    }
    try {
      if (database != null) {
        database.close();
      }
    } catch (IOException e) {
      System.err.println("The database did not stop cleanly: " + e.getMessage());
    }
  }
}
