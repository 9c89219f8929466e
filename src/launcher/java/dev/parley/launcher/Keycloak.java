package dev.parley.launcher;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Keycloak with the realm of {@code server-config/keycloak}, to try single sign-on with: in its
 * development mode, on loopback, in memory.
 */
public final class Keycloak implements AutoCloseable {
  /** Its administrator, whose password is another one at each start. */
  public static final String ADMINISTRATOR = "root";

  /** What its options for Java are: small, and quick to start. */
  private static final String JAVA_OPTIONS =
      "-Xms96m -Xmx448m -XX:MaxMetaspaceSize=256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8";

  private final Process process;
  private final int port;
  private final Path log;

  private Keycloak(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /**
   * Starts it and waits for nothing.
   *
   * @param project the project's folder, with Keycloak unpacked in {@code target/keycloak}
   * @param parley the address of the Parley whose browsers come from there
   * @param password of its administrator
   */
  public static Keycloak start(Path project, int port, String parley, String password) {
    Path log = project.resolve("target/keycloak.log");
    try {
      Path home = home(project);
      Path realm = project.resolve("server-config/keycloak/parley-realm.json");
      Path imported = Files.createDirectories(home.resolve("data/import"));
      Files.copy(realm, imported.resolve(realm.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      ProcessBuilder builder = new ProcessBuilder(command(home, port));
      builder.environment().keySet().removeIf(key -> key.startsWith("KC_"));
      builder
          .environment()
          .putAll(
              Map.of(
                  "PARLEY_URL", parley,
                  "KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR,
                  "KC_BOOTSTRAP_ADMIN_PASSWORD", password,
                  "JAVA_HOME", System.getProperty("java.home"),
                  "JAVA_OPTS", JAVA_OPTIONS));
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      return new Keycloak(builder.start(), port, log);
    } catch (IOException e) {
      throw new StartFailure("Keycloak could not start: " + e.getMessage());
    }
  }

  private static Path home(Path project) throws IOException {
    Path unpacked = project.resolve("target/keycloak");
    try (Stream<Path> folders = Files.list(unpacked)) {
      return folders
          .filter(folder -> folder.getFileName().toString().startsWith("keycloak-"))
          .findFirst()
          .orElseThrow(() -> new IOException(unpacked + " is empty"));
    }
  }

  private static List<String> command(Path home, int port) {
    boolean windows = File.separatorChar == '\\';
    Path script = home.resolve(windows ? "bin/kc.bat" : "bin/kc.sh");
    List<String> start =
        List.of(
            script.toString(),
            "start-dev",
            "--import-realm",
            "--db=dev-mem",
            "--http-host=127.0.0.1",
            "--http-port=" + port);
    return windows ? start : Stream.concat(Stream.of("sh"), start.stream()).toList();
  }

  /** Where its own pages are. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** The issuer of the tokens of one on this port. */
  public static String issuer(int port) {
    return "http://127.0.0.1:" + port + "/realms/parley";
  }

  /** Waits until it answers. */
  public Keycloak awaitReady(Duration limit) {
    HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    URI probe = URI.create(issuer(port) + "/.well-known/openid-configuration");
    HttpRequest request = HttpRequest.newBuilder(probe).timeout(Duration.ofSeconds(10)).build();
    long end = System.nanoTime() + limit.toNanos();
    try {
      while (System.nanoTime() < end && process.isAlive()) {
        if (answers(client, request)) {
          return this;
        }
        TimeUnit.MILLISECONDS.sleep(200);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new StartFailure("Keycloak does not answer; what it says is in " + log + ".");
  }

  private static boolean answers(HttpClient client, HttpRequest request)
      throws InterruptedException {
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }
}
