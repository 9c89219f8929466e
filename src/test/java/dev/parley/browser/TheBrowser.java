package dev.parley.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.PerWorker;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;

/**
 * The browser of all browser journeys that one thread runs, started at its first use; it ends with
 * the tests.
 */
final class TheBrowser {
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-default-apps",
          "--disable-dev-shm-usage",
          "--disable-sync",
          "--no-first-run");
  private static final PerWorker<Browser> RUNNING = new PerWorker<>(worker -> start());

  private TheBrowser() {}

  /** Somebody who sits down at a wide, light screen of a browser that knows nothing yet. */
  static Visitor visitor(ParleyServer server) {
    return new Visitor(context(server.base()));
  }

  /** The same for a site of another kind. */
  static BrowserContext context(URI site) {
    Assumptions.assumeTrue(isWanted(), "left out with parley.browser=skip");
    Browser.NewContextOptions options =
        new Browser.NewContextOptions()
            .setViewportSize(1280, 800)
            .setColorScheme(ColorScheme.LIGHT)
            .setBaseURL(site.toString())
            .setLocale("en-GB");
    return RUNNING.get().newContext(options);
  }

  static boolean isWanted() {
    return !"skip".equals(System.getProperty("parley.browser"));
  }

  /** One at a time, as the first may have to get a browser for all. */
  private static synchronized Browser start() {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Path log = Path.of(System.getProperty("parley.basedir", ""), "target/browser-install.log");
    BrowserFinder finder =
        new BrowserFinder(Optional.ofNullable(System.getenv("PATH")).orElse(""), log);
    return finder
        .installed()
        .map(path -> launch(playwright, path))
        .or(() -> downloaded(playwright))
        .or(() -> fetched(playwright, finder))
        .orElseThrow(() -> new IllegalStateException(BrowserFinder.HOW_TO_GO_ON));
  }

  private static Optional<Browser> fetched(Playwright playwright, BrowserFinder finder) {
    Supplier<Optional<Browser>> packaged =
        () -> finder.install().map(path -> launch(playwright, path));
    Supplier<Optional<Browser>> download =
        () -> finder.download() ? downloaded(playwright) : Optional.empty();
    return finder.installsWell() ? packaged.get().or(download) : download.get().or(packaged);
  }

  /** None may be there, and a downloaded browser may lack libraries of the machine. */
  private static Optional<Browser> downloaded(Playwright playwright) {
    try {
      return Optional.of(launch(playwright, null));
    } catch (PlaywrightException e) {
      return Optional.empty();
    }
  }

  private static Browser launch(Playwright playwright, Path executable) {
    BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(QUIET);
    if (executable != null) {
      options.setExecutablePath(executable);
    }
    return playwright.chromium().launch(options);
  }
}
