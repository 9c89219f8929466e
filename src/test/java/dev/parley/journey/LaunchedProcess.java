package dev.parley.journey;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The launcher in a process of its own, with its output in {@code target/it/<name>.log}; it ends
 * when the tests do.
 */
public final class LaunchedProcess {
  /** The folder of the project under test. */
  public static final Path PROJECT =
      Path.of(System.getProperty("parley.basedir", "")).toAbsolutePath();

  private static final Path TARGET = PROJECT.resolve("target");

  private static final Path WRITTEN = TARGET.resolve("it");

  /** Tests that run in the background ignore Ctrl-C, and their children would as well. */
  private static final List<String> LISTENING_TO_CTRL_C =
      System.getProperty("os.name").equals("Linux")
          ? List.of("env", "--default-signal=INT")
          : List.of();

  private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");

  private static final Duration STARTING = Duration.ofSeconds(180);

  /** In which a server says something of itself. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final Path log;

  private LaunchedProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts the launcher with these settings and waits for nothing.
   *
   * @param moreOptions files of {@code server-config/payara-micro} with further Java options
   */
  public static LaunchedProcess start(
      String name, Map<String, String> settings, String... moreOptions) {
    return run(name, command(PROJECT, settings, moreOptions));
  }

  /** The same for another folder that is taken for the project. */
  public static LaunchedProcess start(String name, Path project, Map<String, String> settings) {
    return run(name, command(project, settings));
  }

  /** Starts a shell that starts the launcher and waits for it, as Maven does. */
  public static LaunchedProcess startByAParent(String name, Map<String, String> settings) {
    List<String> command = new ArrayList<>(List.of("sh", "-c", "\"$@\"; exit $?", "sh"));
    command.addAll(command(PROJECT, settings));
    return run(name, command);
  }

  private static LaunchedProcess run(String name, List<String> command) {
    try {
      Path log = Files.createDirectories(WRITTEN).resolve(name + ".log");
      ProcessBuilder builder = new ProcessBuilder(command);
      builder
          .environment()
          .keySet()
          .removeIf(key -> key.startsWith("PARLEY_") || key.equals("MAVEN_CMD_LINE_ARGS"));
      builder.directory(PROJECT.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
      return new LaunchedProcess(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> command(
      Path project, Map<String, String> settings, String... moreOptions) {
    List<String> command = new ArrayList<>();
    command.addAll(LISTENING_TO_CTRL_C);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Path options = PROJECT.resolve("server-config/payara-micro");
    command.add("@" + options.resolve("java-options"));
    Stream.of(moreOptions).forEach(file -> command.add("@" + options.resolve(file)));
    settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
    command.add("-cp");
    command.add(
        TARGET.resolve("server/payara-micro.jar")
            + File.pathSeparator
            + TARGET.resolve("test-classes"));
    command.add("dev.parley.launcher.Bootstrap");
    command.add(System.getProperty("java.class.path"));
    command.add(project.toString());
    return command;
  }

  /**
   * Waits for the line that says that the application answers.
   *
   * @throws AssertionError when it does not come; an error, as many start their server in a static
   *     field, where only errors are shown as they are
   */
  public void awaitReady() {
    try {
      await()
          .atMost(STARTING)
          .pollInterval(Duration.ofMillis(100))
          .until(() -> output().contains("Parley is ready at ") || !process.isAlive());
    } catch (ConditionTimeoutException e) {
      String threads = jcmd("Thread.print");
      process.destroy();
      throw new AssertionError("not ready after " + STARTING + ": " + said() + "\n" + threads, e);
    }
    if (!process.isAlive()) {
      throw new AssertionError("ended with " + process.exitValue() + " at its start: " + said());
    }
  }

  /** In one line, as a summary shows no more. */
  private String said() {
    return output().lines().filter(line -> !line.isBlank()).collect(Collectors.joining(" | "));
  }

  /** What the JVM of the server itself says to a command of {@code jcmd}. */
  public String jcmd(String command) {
    String tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      Process asked =
          new ProcessBuilder(tool, String.valueOf(process.pid()), command)
              .redirectErrorStream(true)
              .start();
      asked
          .onExit()
          .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
          .exceptionally(
              late -> {
                asked.destroyForcibly();
                return asked;
              });
      return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is in use on its heap, garbage apart. */
  public long usedHeapKib() {
    String histogram = jcmd("GC.class_histogram");
    Matcher total = TOTAL.matcher(histogram);
    if (!total.find()) {
      throw new AssertionError("says nothing of its heap: " + histogram);
    }
    return Long.parseLong(total.group(1)) / 1024;
  }

  /** Everything it has said so far. */
  public String output() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for its end and returns its exit status. */
  public int exitStatus(Duration limit) {
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("still running after " + limit + ": " + output());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** Presses Ctrl-C and waits for nothing. */
  public void interrupt() {
    try {
      new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks it to stop and waits until it has. */
  public void stop() {
    process.destroy();
    exitStatus(Duration.ofSeconds(30));
  }

  /** An empty folder that nobody else uses. */
  public static Path freshFolder(String name) {
    Path folder = WRITTEN.resolve("data").resolve(name);
    try {
      if (Files.exists(folder)) {
        try (Stream<Path> old = Files.walk(folder)) {
          old.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
      }
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
