package dev.parley.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.regex.Pattern;

/** Payara's admin console in the browser, as an operator walks through it. */
public final class AdminConsole implements AutoCloseable {
  /** It is made when somebody asks for it the first time. */
  private static final double PATIENCE_MS = 120_000;

  private final BrowserContext context;
  private final Page page;

  private AdminConsole(BrowserContext context) {
    this.context = context;
    context.setDefaultTimeout(PATIENCE_MS);
    this.page = context.newPage();
  }

  public static AdminConsole open(URI address) {
    AdminConsole console = new AdminConsole(TheBrowser.context(address));
    console.page.navigate("/");
    return console;
  }

  public void signIn(String user, String password) {
    page.locator("input[type=password]").waitFor();
    page.locator("input[type=text]").first().fill(user);
    page.locator("input[type=password]").fill(password);
    page.keyboard().press("Enter");
    inTree("Monitoring Data").waitFor();
  }

  /** What the page on applications says, once it lists one of this name. */
  public String applications(String name) {
    inTree("Applications").click();
    page.getByText("Deployed Applications (").waitFor();
    linkInTable(name).waitFor();
    return text();
  }

  /** Pings a pool by its page and waits for the console's word that it answers. */
  public void pings(String pool) {
    inTree("JDBC").click();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("JDBC Connection Pools"))
        .last()
        .click();
    linkInTable(pool).click();
    page.locator("[id='propertyForm:propertyContentPage:ping']").click();
    page.getByText("Ping Succeeded").waitFor();
  }

  /** What the page on the figures of resources says, once it has those of this pool. */
  public String figuresOf(String pool) {
    page.navigate("/common/monitor/serverInstMonitoringResourcesPage.jsf?instanceName=server");
    page.getByText("JDBC Connection Pool Statistics : " + pool).waitFor();
    return text();
  }

  private Locator inTree(String name) {
    return page.locator("a")
        .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + name + "$")))
        .first();
  }

  private Locator linkInTable(String name) {
    return page.locator("table")
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name).setExact(true))
        .last();
  }

  private String text() {
    return page.innerText("body");
  }

  @Override
  public void close() {
    context.close();
  }
}
