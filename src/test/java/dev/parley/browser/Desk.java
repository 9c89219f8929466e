package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.journey.Administrator;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;

/** An administrator at the screens of the administration, who says why they do what they do. */
final class Desk implements AutoCloseable {
  static final String WHY = "Asked for in ticket 4711";

  private final Visitor visitor;

  private Desk(Visitor visitor) {
    this.visitor = visitor;
  }

  /** Somebody who was just made an administrator sits down. */
  static Desk of(ParleyServer server) {
    Person boss = new People(server).register("boss");
    Administrator.of(server).makesAdministrator(boss).then().statusCode(200);
    return new Desk(TheBrowser.visitor(server).signsIn(boss));
  }

  Visitor visitor() {
    return visitor;
  }

  Page page() {
    return visitor.page();
  }

  String username() {
    return visitor.username();
  }

  Desk opens(String path) {
    visitor.opens("/admin/" + path);
    return this;
  }

  Desk opensUser(String username) {
    opens("users/" + username);
    assertThat(page().getByRole(AriaRole.HEADING, named("What you can do"))).isVisible();
    return this;
  }

  /** The dialog whose title contains this. */
  Locator dialog(String title) {
    return page().getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(title));
  }

  /** Presses a button of the page and, in the dialog that opens, says why and does it. */
  Desk does(String button, String title, String confirm) {
    visitor.button(button).click();
    return confirms(title, confirm);
  }

  /** Says why in the dialog that is open, and does it. */
  Desk confirms(String title, String button) {
    Locator dialog = dialog(title);
    dialog.getByLabel("Reason").fill(WHY);
    dialog
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true))
        .click();
    return this;
  }

  /** The one-time link that is shown, which is put away then. */
  String takesTheLink() {
    Locator dialog = dialog("One-time password link");
    String link =
        dialog.getByLabel("Link", new Locator.GetByLabelOptions().setExact(true)).inputValue();
    dialog.getByText("Done").click();
    assertThat(dialog).isHidden();
    return link;
  }

  /** The state of the account that is shown. */
  Locator says(String state) {
    return page()
        .getByRole(AriaRole.REGION, named("Account"))
        .getByText(state, new Locator.GetByTextOptions().setExact(true));
  }

  Locator rowsOf(String table) {
    return page().getByRole(AriaRole.TABLE, named(table)).locator("tbody tr");
  }

  Locator row(String table, String with) {
    return rowsOf(table).filter(new Locator.FilterOptions().setHasText(with));
  }

  /** Whether the audit log's screen tells of each of these acts, done by this administrator. */
  void findsInTheAuditLog(String... acts) {
    opens("audit?actor=" + username());
    for (String act : acts) {
      assertThat(row("Audit log", act).first()).containsText("Done");
    }
  }

  static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  static Locator.FilterOptions withText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  @Override
  public void close() {
    visitor.close();
  }
}
