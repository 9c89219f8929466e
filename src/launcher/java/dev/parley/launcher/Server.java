package dev.parley.launcher;

import dev.parley.base.config.ConfigurationKey;
import dev.parley.base.payara.FailedStart;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.zip.ZipFile;

/**
 * Payara Micro in this process, with the WAR at the root, apart from the launcher's own libraries.
 */
final class Server {
  /** The server's own formatter; of two lines for one property the last one counts. */
  private static final String JSON_LINES =
      "java.util.logging.ConsoleHandler.formatter=fish.payara.enterprise.server.logging.JSONLogFormatter\n";

  private static final String OWN_HOOK = "Payara Micro Shutdown Hook";

  private final LaunchSettings settings;
  private final Path root;
  private Object runtime;

  Server(LaunchSettings settings) throws IOException {
    this.settings = settings;
    this.root = ServerFolder.make(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** A package that is missing or damaged is told before anything has been started. */
  static void requireSoundApplication(LaunchSettings settings) {
    Path application = application(settings);
    try (ZipFile archive = new ZipFile(application.toFile())) {
      if (archive.getEntry("WEB-INF/web.xml") == null) {
        throw new StartFailure(application + " is not Parley; run mvn clean, then mvn again.");
      }
    } catch (IOException e) {
      throw new StartFailure(
          "The application's package "
              + application
              + " is missing or damaged; run mvn clean, then mvn again.");
    }
  }

  private static Path application(LaunchSettings settings) {
    return settings.project().resolve("target/parley.war");
  }

  /** Boots the server and deploys; returns when the application has been deployed. */
  void start() throws Exception {
    Path config = settings.project().resolve("server-config/payara-micro");
    ClassLoader loader = ClassLoader.getSystemClassLoader();
    Thread.currentThread().setContextClassLoader(loader);
    String[] arguments = {
      "--port",
      String.valueOf(settings.port()),
      "--rootdir",
      root.toString(),
      "--hzconfigfile",
      config.resolve("hazelcast.xml").toString(),
      "--prebootcommandfile",
      preBootCommands(config).toString(),
      "--logproperties",
      logProperties(config).toString(),
      "--addlibs",
      driverJar().toString(),
      "--deploy",
      application(settings).toString(),
      "--contextroot",
      "/",
      "--disablephonehome",
      "--nohostaware"
    };
    System.setProperty(FailedStart.WATCHED, "true");
    ServerOutput refusal = ServerOutput.of("dev.parley.base.payara.FailedStart");
    Class<?> launcher = loader.loadClass("fish.payara.micro.boot.PayaraMicroLauncher");
    try {
      Object micro = launcher.getMethod("create", String[].class).invoke(null, (Object) arguments);
      runtime = micro.getClass().getMethod("getRuntime").invoke(micro);
    } catch (InvocationTargetException e) {
      throw new StartFailure("The server could not start: " + rootCause(e).getMessage());
    }
    if (deployedApplications() == 0 || refusal.sentence().isPresent()) {
      throw new StartFailure(
          "The application could not start: "
              + refusal.sentence().orElse("the server refused it.")
              + " More is in "
              + settings.dataDirectory().resolve("failed-start.log")
              + ".");
    }
  }

  /** What is logged, in the form that is configured. */
  private Path logProperties(Path config) throws IOException {
    Path properties = root.resolve("logging.properties");
    String form = settings.text(ConfigurationKey.LOG_FORMAT).equals("json") ? JSON_LINES : "";
    Files.writeString(properties, Files.readString(config.resolve("logging.properties")) + form);
    return properties;
  }

  /** HTTP and the pool, and a listener more when the operational paths have a port. */
  private Path preBootCommands(Path config) throws IOException {
    Path commands = root.resolve("preboot.asadmin");
    String listener =
        settings.opsPort() == 0
            ? ""
            : "create-network-listener --address 127.0.0.1 --listenerport "
                + settings.opsPort()
                + " --protocol http-listener --transport tcp --threadpool http-thread-pool ops-listener\n";
    String server = Files.readString(config.resolve("preboot.asadmin"));
    String pool = Files.readString(config.resolve("pool.asadmin"));
    Files.writeString(commands, server + pool + listener);
    return commands;
  }

  private int deployedApplications() throws ReflectiveOperationException {
    Collection<?> names =
        (Collection<?>) runtime.getClass().getMethod("getDeployedApplicationNames").invoke(runtime);
    return names.size();
  }

  private static Path driverJar() throws Exception {
    return Path.of(
        org.postgresql.Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** Waits until the application answers a call that needs its database. */
  void awaitAnswer(Duration limit) throws InterruptedException {
    HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    URI probe = URI.create("http://127.0.0.1:" + settings.port() + "/chat/api/config/");
    HttpRequest request = HttpRequest.newBuilder(probe).timeout(Duration.ofSeconds(5)).build();
    long end = System.nanoTime() + limit.toNanos();
    while (System.nanoTime() < end) {
      if (answers(client, request)) {
        return;
      }
      Thread.sleep(100);
    }
    throw new StartFailure("The application was deployed but does not answer.");
  }

  private static boolean answers(HttpClient client, HttpRequest request)
      throws InterruptedException {
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Stops the server; what it had open is closed, its folder removed. */
  void stop() {
    try {
      if (runtime != null) {
        runtime.getClass().getMethod("shutdown").invoke(runtime);
      }
    } catch (ReflectiveOperationException e) {
      // It says so when it is being stopped already.
      if (!(rootCause(e) instanceof IllegalStateException)) {
        System.err.println("The server did not stop cleanly: " + rootCause(e).getMessage());
      }
    }
    awaitOwnHook();
    ServerFolder.remove(root);
  }

  /** On a signal the server stops itself as well; running requests need the rest until it has. */
  private static void awaitOwnHook() {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals(OWN_HOOK)) {
        join(thread);
      }
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Throwable rootCause(Throwable e) {
    return e.getCause() == null ? e : rootCause(e.getCause());
  }
}
