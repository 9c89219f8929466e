package dev.parley.browser;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Finds a Chromium for the browser journeys: the one that is named, the machine's own, the package
 * of Debian, or Playwright's download.
 */
final class BrowserFinder {
  static final String HOW_TO_GO_ON =
      "No Chromium or Chrome was found, downloaded or installed (see target/browser-install.log)."
          + " Install one, name one with -Dparley.browser=/path/to/chromium,"
          + " or leave the browser journeys out with -Dparley.browser=skip.";
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
  private static final List<String> PLACES =
      List.of(
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "/Applications/Chromium.app/Contents/MacOS/Chromium",
          "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");
  private static final String DOWNLOADS = "https://cdn.playwright.dev";
  private static final Duration DOWNLOAD_LIMIT = Duration.ofMinutes(4);
  private static final Duration INSTALL_LIMIT = Duration.ofMinutes(8);

  private final String searchPath;
  private final Path log;

  /**
   * @param searchPath the folders to look in, as in {@code PATH}
   * @param log where downloads and installations write what they do
   */
  BrowserFinder(String searchPath, Path log) {
    this.searchPath = searchPath;
    this.log = log;
  }

  /** The browser that somebody named or installed on this machine. */
  Optional<Path> installed() {
    return Stream.concat(named(), Stream.concat(onSearchPath(), PLACES.stream().map(Path::of)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Stream<Path> named() {
    return Stream.of(
            System.getProperty("parley.browser"),
            System.getenv("PARLEY_BROWSER"),
            System.getenv("CHROME_BIN"))
        .filter(path -> path != null && !path.isBlank())
        .map(Path::of);
  }

  private Stream<Path> onSearchPath() {
    return Arrays.stream(searchPath.split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
  }

  /** Has Playwright download its own Chromium; whether that went well. */
  boolean download() {
    return isReachable(downloads())
        && runs(
            DOWNLOAD_LIMIT,
            Map.of("PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT", "10000"),
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "com.microsoft.playwright.CLI",
                "install",
                "--only-shell",
                "chromium"));
  }

  private static String downloads() {
    String chosen = System.getenv("PLAYWRIGHT_DOWNLOAD_HOST");
    return chosen == null ? DOWNLOADS : chosen;
  }

  private static boolean isReachable(String address) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(address).toURL().openConnection();
      connection.setConnectTimeout(5_000);
      connection.setReadTimeout(5_000);
      connection.setRequestMethod("HEAD");
      return connection.getResponseCode() < 500;
    } catch (IOException e) {
      return false;
    }
  }

  /** Installs the package, which only root on Debian or Ubuntu can; whether a browser is there. */
  Optional<Path> install() {
    if (!canInstall()) {
      return Optional.empty();
    }
    runs(INSTALL_LIMIT, Map.of(), apt("update"));
    runs(INSTALL_LIMIT, Map.of(), apt("install", "-y", "--no-install-recommends", "chromium"));
    return installed();
  }

  /**
   * Whether the package is quicker and more certain than a download; Ubuntu's package of that name
   * is no browser but asks for a snap.
   */
  boolean installsWell() {
    try {
      return canInstall() && isDebian(Files.readAllLines(Path.of("/etc/os-release")));
    } catch (IOException e) {
      return false;
    }
  }

  static boolean isDebian(List<String> release) {
    return release.contains("ID=debian");
  }

  private static boolean canInstall() {
    return isRoot() && Files.isExecutable(Path.of("/usr/bin/apt-get"));
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static List<String> apt(String... words) {
    List<String> command = new ArrayList<>(List.of("apt-get", "-q"));
    command.addAll(List.of("-o", "DPkg::Lock::Timeout=120", "-o", "Acquire::Retries=3"));
    command.addAll(List.of(words));
    return command;
  }

  private boolean runs(Duration limit, Map<String, String> environment, List<String> command) {
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue() == 0;
      }
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      return false;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
