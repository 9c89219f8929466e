package dev.parley.journey;

import dev.parley.launcher.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A running Parley, as a rule started as {@code mvn} starts it, with its own database and free
 * ports.
 */
public final class ParleyServer implements AutoCloseable {
  private static final Map<String, String> NO_THROTTLES =
      Map.of(
          "parley.limits.logins-per-address", "0",
          "parley.limits.registrations-per-address", "0",
          "parley.limits.requests-per-day", "0",
          "parley.limits.writes-per-second", "0",
          "parley.limits.groups-per-day", "0",
          "parley.admin.username", "root",
          "parley.admin.password", "the first administrator");

  private final LaunchedProcess process;
  private final Supplier<DataSource> database;
  private final Path data;
  private final int port;

  private ParleyServer(
      LaunchedProcess process, Supplier<DataSource> database, Path data, int port) {
    this.process = process;
    this.data = data;
    this.database = database;
    this.port = port;
  }

  /**
   * The server of most journeys, one for each thread that runs them; its throttles are off, as all
   * tests come from one address and their people are quicker than people. It pushes by {@link
   * PushService#shared} and no other service.
   */
  public static ParleyServer shared() {
    return Shared.SERVERS.get();
  }

  /**
   * Starts another server, with its own empty database and these settings. What fails is told and
   * tried once more: how a start fails and succeeds is shown by tests of its own, which do not come
   * here.
   *
   * @param name what its log and data folder are called
   * @param moreOptions files of {@code server-config/payara-micro} with further Java options
   * @throws AssertionError when it does not start
   */
  public static ParleyServer start(
      String name, Map<String, String> settings, String... moreOptions) {
    try {
      return attempt(name, settings, moreOptions);
    } catch (AssertionError e) {
      System.err.println(name + " is started again, as it was " + e.getMessage());
      return attempt(name + "-again", settings, moreOptions);
    }
  }

  private static ParleyServer attempt(
      String name, Map<String, String> settings, String... moreOptions) {
    Path data = LaunchedProcess.freshFolder(name);
    Map<String, String> all = new TreeMap<>(NO_THROTTLES);
    all.put("parley.data-dir", data.toString());
    all.put("parley.port", String.valueOf(FreePorts.next()));
    all.putAll(settings);
    int port = Integer.parseInt(all.get("parley.port"));
    LaunchedProcess process = LaunchedProcess.start(name, all, moreOptions);
    process.awaitReady();
    return new ParleyServer(process, () -> embedded(data), data, port);
  }

  /** A server that was started in another way, and ends so, at this port and with this database. */
  public static ParleyServer at(int port, DataSource database) {
    return new ParleyServer(null, () -> database, null, port);
  }

  public URI base() {
    return URI.create("http://localhost:" + port);
  }

  public URI api() {
    return URI.create(base() + "/chat/api/");
  }

  public URI liveAddress() {
    return URI.create("ws://localhost:" + port + "/ws/chat/");
  }

  public int port() {
    return port;
  }

  public LaunchedProcess process() {
    return process;
  }

  /** Its database, for what a test wants to see with its own eyes. */
  public DataSource database() {
    return database.get();
  }

  /** The processes of its own database. */
  public Stream<ProcessHandle> databaseProcesses() {
    ProcessHandle first = ProcessHandle.of(Long.parseLong(postmaster(data, 0))).orElseThrow();
    return Stream.concat(Stream.of(first), first.children());
  }

  private static DataSource embedded(Path data) {
    return databaseAt(data, Integer.parseInt(postmaster(data, 3)));
  }

  /** A line of the file in which PostgreSQL says its process, first, and its port, fourth. */
  private static String postmaster(Path data, int line) {
    try {
      return Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(line).trim();
    } catch (IOException e) {
      throw new IllegalStateException("the embedded database does not run", e);
    }
  }

  /** An embedded database by its data folder and port, as its administrator sees it. */
  public static DataSource databaseAt(Path data, int port) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setServerNames(new String[] {"127.0.0.1"});
    database.setPortNumbers(new int[] {port});
    database.setDatabaseName("postgres");
    database.setUser("postgres");
    try {
      database.setPassword(Files.readString(EmbeddedDatabase.administratorsPassword(data)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return database;
  }

  @Override
  public void close() {
    if (process != null) {
      process.stop();
    }
  }

  /** Started at its first use, stopped when the tests end. */
  private static final class Shared {
    private static final PerWorker<ParleyServer> SERVERS = new PerWorker<>(Shared::start);

    private Shared() {}

    // Thousands sign in here; how passwords are kept by default is shown on a server of its own.
    private static ParleyServer start(int worker) {
      ParleyServer server =
          ParleyServer.start(
              "it-server-" + worker,
              Map.of(
                  "parley.password.memory-kib",
                  "1024",
                  "parley.password.iterations",
                  "1",
                  "parley.push.subject",
                  "mailto:operator@example.org",
                  "parley.push.services",
                  PushService.shared().origin()));
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      return server;
    }
  }
}
