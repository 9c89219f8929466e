package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.parley.journey.Administrator;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Everything that administrators do, on the screen; each act is found in the audit log there. */
class AdministrationInTheBrowserIT {
  private static final String NEW_PASSWORD = "a rather different sentence";

  private final ParleyServer server = ParleyServer.shared();
  private final People people = new People(server);

  @BeforeAll
  static void a_busy_machine_is_given_time() {
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
  }

  @Test
  void somebody_is_added_by_a_link_found_disabled_enabled_and_deleted() {
    String newcomer = fresh("new.comer");
    try (Desk desk = Desk.of(server);
        Visitor guest = TheBrowser.visitor(server)) {
      desk.visitor().button("More").click();
      desk.page().getByRole(AriaRole.MENUITEM, Desk.named("Administration")).click();
      desk.page().getByRole(AriaRole.LINK, Desk.named("Users")).click();
      desk.visitor().button("Add a user").click();
      desk.dialog("Add a user").getByLabel("Username").fill(newcomer);
      desk.dialog("Add a user").getByLabel("Display name").fill("Newton Comer");
      desk.confirms("Add a user", "Add the user");
      choosesAPassword(guest, desk.takesTheLink());
      guest.signsIn(newcomer, NEW_PASSWORD);

      desk.page().getByLabel("Search by name or username").fill(newcomer);
      assertThat(desk.rowsOf("Users")).hasCount(1);
      desk.row("Users", newcomer).getByRole(AriaRole.LINK).click();
      desk.does("Disable", "Disable Newton Comer?", "Disable");
      assertThat(desk.says("Disabled")).isVisible();
      assertThat(guest.page().getByText("This account is disabled")).isVisible();
      desk.does("Enable", "Enable Newton Comer?", "Enable");
      assertThat(desk.says("Enabled")).isVisible();
      guest.signsIn(newcomer, NEW_PASSWORD);

      desk.does("Delete", "Delete Newton Comer?", "Delete for good");
      assertThat(guest.heading("Sign in")).isVisible();
      assertThat(desk.visitor().heading("Users")).isVisible();
      desk.page().getByLabel("Search by name or username").fill(newcomer);
      assertThat(desk.visitor().heading("Nobody is like that")).isVisible();
      desk.findsInTheAuditLog("User added", "User disabled", "User enabled", "User deleted");
      assertThat(desk.row("Audit log", "User deleted")).containsText(newcomer);
      assertThat(desk.row("Audit log", "User deleted")).containsText(Desk.WHY);
    }
  }

  @Test
  void the_role_is_given_and_taken_a_password_reset_and_a_sign_in_ended() {
    Person dee = people.register("dee");
    try (Desk desk = Desk.of(server);
        Visitor phone = TheBrowser.visitor(server).signsIn(dee)) {
      desk.opensUser(dee.username());
      desk.does("Make an administrator", "Make " + dee.username(), "Give the role");
      assertThat(desk.says("Administrator")).isVisible();
      phone.opens("/admin/users");
      assertThat(phone.heading("Users")).isVisible();
      desk.does("Take the administrator role", "Take the administrator", "Take the role");
      assertThat(desk.visitor().button("Make an administrator")).isVisible();
      phone.opens("/admin/users");
      assertThat(phone.heading("This is for administrators")).isVisible();

      desk.visitor().button("End the sign-in on Chrome on Linux").click();
      desk.confirms("Sign " + dee.username() + " out", "Sign out");
      assertThat(phone.heading("Sign in")).isVisible();
      desk.does("Make a password link", "Make a password link", "Make the link");
      choosesAPassword(phone, desk.takesTheLink());
      phone.signsIn(dee.username(), NEW_PASSWORD);
      desk.findsInTheAuditLog("Roles changed", "Password link made", "Sign-in ended");
    }
  }

  @Test
  void an_administrator_who_comes_too_late_is_shown_what_stands_now() {
    Person dee = people.register("dee");
    try (Desk desk = Desk.of(server)) {
      desk.opensUser(dee.username());
      Administrator.of(server).disables(dee).then().statusCode(200);
      desk.does("Disable", "Disable " + dee.username(), "Disable");
      Locator dialog = desk.dialog("Disable " + dee.username());
      assertThat(dialog.getByRole(AriaRole.ALERT)).isVisible();
      dialog.getByText("Show what stands now").click();
      assertThat(desk.says("Disabled")).isVisible();
      assertThat(desk.visitor().button("Enable")).isVisible();
    }
  }

  @Test
  void many_come_from_a_file_and_each_line_is_told() throws IOException {
    String first = fresh("ann");
    String other = fresh("ben");
    String file = "username,display_name\n%s,Ann\nno body,x\n%s,Ben\n".formatted(first, other);
    try (Desk desk = Desk.of(server)) {
      desk.opens("import");
      Download template =
          desk.page().waitForDownload(() -> desk.visitor().button("Template").click());
      assertThat(template.path()).content().startsWith("username,");
      choose(desk, "name\nann\n");
      assertThat(desk.page().getByRole(AriaRole.ALERT)).containsText("“username”");
      choose(desk, file);
      desk.visitor().field("Reason").fill(Desk.WHY);
      desk.visitor().button("Import 3 people").click();
      assertThat(desk.page().getByRole(AriaRole.STATUS).getByText("Done: 3 of 3")).isVisible();
      assertThat(desk.rowsOf("Report")).hasCount(3);
      assertThat(desk.row("Report", first)).containsText("Made");
      desk.page().getByLabel("Only what did not work").check();
      assertThat(desk.rowsOf("Report")).hasCount(1);
      assertThat(desk.rowsOf("Report")).containsText("Refused");
      Download links =
          desk.page()
              .waitForDownload(() -> desk.visitor().button("Take the 2 links along").click());
      assertThat(Files.readString(links.path())).contains(first + ",http", other + ",http");
      desk.findsInTheAuditLog("Users imported");
    }
  }

  @Test
  void connections_are_approved_removed_deleted_and_made() {
    Person ann = people.register("ann");
    Person ben = people.register("ben");
    ann.requestsConnectionTo(ben);
    try (Desk desk = Desk.of(server)) {
      desk.opens("connections?q=" + ann.username());
      Locator row = desk.row("Connections", ben.username());
      chooses(desk, row, "Approve");
      desk.confirms("Approve the request", "Approve");
      assertThat(row).containsText("Connected");
      chooses(desk, row, "Remove");
      desk.confirms("Remove the connection", "Remove");
      assertThat(row).containsText("Removed");
      chooses(desk, row, "Delete the record");
      desk.confirms("Delete the record", "Delete for good");
      assertThat(desk.visitor().heading("No connection is like that")).isVisible();

      desk.visitor().button("Connect two people").click();
      Locator dialog = desk.dialog("Connect two people");
      dialog.getByLabel("One person").first().fill(ann.username());
      dialog.getByRole(AriaRole.OPTION).filter(Desk.withText("@" + ann.username())).click();
      dialog.getByLabel("The other person").first().fill(ben.username());
      desk.confirms("Connect two people", "Connect");
      assertThat(row).containsText("Connected");
      chooses(desk, row, "Ledger of the pair");
      assertThat(desk.visitor().listed("What happened").first()).containsText(Desk.WHY);
      desk.findsInTheAuditLog(
          "Request approved", "Connection removed", "Connection record deleted", "Connection made");
    }
  }

  @Test
  void a_setting_is_changed_while_the_server_runs_and_set_back() {
    try (Desk desk = Desk.of(server)) {
      desk.opens("settings");
      Locator name = desk.visitor().listed("The community").filter(Desk.withText("parley.name"));
      desk.visitor().button("Change: Name").click();
      desk.dialog("Change").getByLabel("Value").fill("Harbour");
      desk.confirms("Change", "Change");
      assertThat(name).containsText("Harbour");
      assertThat(name).containsText("Changed here");
      desk.page().reload();
      assertThat(desk.page().getByText("Back to Harbour")).isVisible();
      desk.does("Set back: Name", "Set", "Set back");
      assertThat(name).not().containsText("Harbour");
      desk.findsInTheAuditLog("Setting changed");
    }
  }

  @Test
  void the_audit_log_is_narrowed_down_read_and_taken_along() {
    try (Desk desk = Desk.of(server)) {
      desk.opens("audit?actor=" + desk.username());
      assertThat(desk.row("Audit log", "Signed in").first()).isVisible();
      desk.page().getByLabel("To", exactly()).fill("2001-01-01");
      assertThat(desk.visitor().heading("Nothing of that kind")).isVisible();
      desk.page().getByLabel("To", exactly()).fill("");
      desk.row("Audit log", "Signed in").first().getByRole(AriaRole.BUTTON).click();
      assertThat(desk.dialog("Signed in")).containsText("sign_in");
      desk.page().keyboard().press("Escape");
      Download log =
          desk.page().waitForDownload(() -> desk.visitor().button("Export as CSV").click());
      assertThat(log.path()).content().contains("sign_in").contains(desk.username());
    }
  }

  @Test
  void the_monitor_shows_what_the_server_does_in_pictures_and_in_numbers() {
    try (Desk desk = Desk.of(server)) {
      desk.opens("monitor");
      assertThat(desk.rowsOf("Nodes")).hasCount(1);
      assertThat(desk.page().locator(".tile").first())
          .containsText(Pattern.compile("\\d (person|people) online"));
      Locator chart =
          desk.page()
              .getByRole(
                  AriaRole.IMG,
                  new Page.GetByRoleOptions().setName(Pattern.compile("^Live sessions\\. now")));
      assertThat(chart.locator("canvas")).isVisible();
      desk.visitor().button("Show the numbers").click();
      assertThat(desk.rowsOf("The last hour in numbers").first()).isVisible();
    }
  }

  @Test
  void whoever_is_no_administrator_finds_no_way_in() {
    Person dee = people.register("dee");
    try (Visitor visitor = TheBrowser.visitor(server).signsIn(dee)) {
      visitor.button("More").click();
      assertThat(visitor.page().getByRole(AriaRole.MENUITEM, Desk.named("Sign out"))).isVisible();
      assertThat(visitor.page().getByText("Administration")).isHidden();
      visitor.opens("/admin/audit");
      assertThat(visitor.heading("This is for administrators")).isVisible();
    }
  }

  private static String fresh(String name) {
    return name + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  private static void choosesAPassword(Visitor visitor, String link) {
    URI address = URI.create(link);
    visitor.opens(address.getRawPath() + "?" + address.getRawQuery());
    visitor.field("New password").fill(NEW_PASSWORD);
    visitor.button("Set the password").click();
    assertThat(visitor.page().getByText("Your new password is set.")).isVisible();
  }

  private static void choose(Desk desk, String file) {
    desk.page()
        .getByLabel("CSV file", exactly())
        .setInputFiles(
            new FilePayload("people.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
  }

  private static void chooses(Desk desk, Locator row, String act) {
    row.getByRole(AriaRole.BUTTON).click();
    desk.page().getByRole(AriaRole.MENUITEM, Desk.named(act)).click();
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }
}
