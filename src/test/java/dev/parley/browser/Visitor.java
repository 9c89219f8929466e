package dev.parley.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.journey.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** Somebody at a browser of their own: what they do, and what the browser complains about. */
final class Visitor implements AutoCloseable {
  static final String PASSWORD = "correct horse battery";
  private static final double PATIENCE_MS = 20_000;

  private final BrowserContext context;
  private final List<String> complaints = new ArrayList<>();
  private final Page page;
  private String username;

  Visitor(BrowserContext context) {
    this.context = context;
    context.setDefaultTimeout(PATIENCE_MS);
    this.page = openTab();
  }

  /** A further tab of the same browser, which shares the sign-in. */
  Page openTab() {
    Page tab = context.newPage();
    tab.onConsoleMessage(
        message -> {
          if (List.of("error", "warning").contains(message.type())) {
            complaints.add(tab.url() + ": " + message.text() + " at " + message.location());
          }
        });
    tab.onPageError(error -> complaints.add(tab.url() + ": " + error));
    return tab;
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  String username() {
    return username;
  }

  /** Errors, warnings and violations of the content policy that the browser reported. */
  List<String> complaints() {
    return complaints;
  }

  /** Makes an account on the page for it; the username begins with the first of the names. */
  Visitor registers(String displayName) {
    username =
        displayName.split(" ")[0].toLowerCase(Locale.ROOT)
            + "-"
            + UUID.randomUUID().toString().substring(0, 8);
    page.navigate("/register");
    field("Username").fill(username);
    field("Display name").fill(displayName);
    field("Password").fill(PASSWORD);
    button("Make my account").click();
    return isInSync();
  }

  Visitor signsIn(Person person) {
    return signsIn(person.username(), person.password());
  }

  Visitor signsIn(String name, String password) {
    username = name;
    page.navigate("/sign-in");
    field("Username").fill(name);
    field("Password").fill(password);
    button("Sign in").click();
    return isInSync();
  }

  Visitor signsOut() {
    button("More").click();
    page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Sign out")).click();
    heading("Sign in").waitFor();
    return this;
  }

  Visitor opens(String path) {
    page.navigate(path);
    return this;
  }

  /** Opens one of the lists; the connections are a part of the people. */
  Visitor opensList(String name) {
    if (name.equals("Connections")) {
      opensList("People");
    }
    page.getByRole(AriaRole.NAVIGATION)
        .getByRole(
            AriaRole.LINK,
            new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name + "\\b")))
        .click();
    return this;
  }

  /** Waits until the page says that it shows what the server knows. */
  Visitor isInSync() {
    sync().getByText(Pattern.compile("In sync at #\\d+")).waitFor();
    return this;
  }

  Locator sync() {
    return page.getByTestId("sync");
  }

  Locator field(String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator button(Pattern name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  Locator heading(String name) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
  }

  /** The rows or cards of a list, by the name screen readers give it. */
  Locator listed(String list) {
    return page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName(list).setExact(true))
        .getByRole(AriaRole.LISTITEM);
  }

  Locator dialog() {
    return page.getByRole(AriaRole.DIALOG);
  }

  /** A toast that says this. */
  Locator toast(String text) {
    return page.locator(".mantine-Notification-root").getByText(text);
  }

  @Override
  public void close() {
    context.close();
  }
}
