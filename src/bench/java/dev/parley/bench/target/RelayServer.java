package dev.parley.bench.target;

import dev.parley.bench.measure.BenchmarkFailure;
import dev.parley.journey.FreePorts;
import dev.parley.journey.LaunchedProcess;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * The relay in Payara Micro with the same Java options and the same server settings as Parley's.
 */
final class RelayServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(300);

  private final Process process;
  private final int port;

  private RelayServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static RelayServer start(boolean stock) {
    Path project = Path.of(System.getProperty("parley.basedir", "")).toAbsolutePath();
    Path folder = LaunchedProcess.freshFolder("bench-relay");
    int port = FreePorts.next();
    try {
      Path war = folder.resolve("relay.war");
      RelayWar.write(war, stock);
      Process process =
          new ProcessBuilder(command(project, folder, war, port))
              .redirectErrorStream(true)
              .redirectOutput(project.resolve("target/bench-relay.log").toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      return new RelayServer(process, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> command(Path project, Path folder, Path war, int port) {
    Path config = project.resolve("server-config/payara-micro");
    Path target = project.resolve("target");
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "@" + config.resolve("java-options"),
        "@" + config.resolve("java-options-load"),
        "-cp",
        target.resolve("server/payara-micro.jar")
            + File.pathSeparator
            + target.resolve("test-classes"),
        "dev.parley.bench.relay.RelayMain",
        "--port",
        String.valueOf(port),
        "--rootdir",
        folder.resolve("root").toString(),
        "--hzconfigfile",
        config.resolve("hazelcast.xml").toString(),
        "--prebootcommandfile",
        config.resolve("preboot.asadmin").toString(),
        "--logproperties",
        config.resolve("logging.properties").toString(),
        "--deploy",
        war.toString(),
        "--contextroot",
        "/",
        "--disablephonehome",
        "--nohostaware");
  }

  /** Waits until this can be done. */
  void awaitAnswer(Runnable probe) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(300))
        .ignoreExceptions()
        .until(
            () -> {
              if (process.isAlive()) {
                probe.run();
              }
              return true;
            });
    if (!process.isAlive()) {
      throw new BenchmarkFailure("the relay did not start; target/bench-relay.log says why");
    }
  }

  URI room(String name) {
    return URI.create("ws://localhost:" + port + "/relay/" + name);
  }

  ServerProcess process() {
    return new ServerProcess(process.toHandle());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
