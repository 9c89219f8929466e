package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.parley.journey.LaunchedProcess;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people decide about themselves, and the one-time and connection links, on the screen. */
class SettingsInTheBrowserIT {
  private static final String NEW_PASSWORD = "a rather different sentence";

  private final ParleyServer server = ParleyServer.shared();
  private final People people = new People(server);

  @BeforeAll
  static void a_busy_machine_is_given_time() {
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
  }

  @Test
  void a_new_password_signs_the_other_devices_out_and_says_why() {
    Person eve = people.register("eve");
    try (Visitor desk = TheBrowser.visitor(server).signsIn(eve);
        Visitor phone = TheBrowser.visitor(server).signsIn(eve)) {
      desk.opens("/settings");
      desk.field("Current password").fill("not my password");
      desk.field("New password").fill(NEW_PASSWORD);
      desk.button("Change the password").click();
      assertThat(desk.toast("That did not work")).isVisible();
      desk.field("Current password").fill(eve.password());
      desk.button("Change the password").click();
      assertThat(desk.toast("Your password was changed.")).isVisible();
      assertThat(phone.heading("Sign in")).isVisible();
      assertThat(phone.page().getByText("the password was changed, on another device")).isVisible();
      phone.signsIn(eve.username(), NEW_PASSWORD);
    }
  }

  @Test
  void a_session_that_is_ended_is_signed_out_and_says_why() {
    Person eve = people.register("eve");
    try (Visitor phone = TheBrowser.visitor(server).signsIn(eve);
        Visitor desk = TheBrowser.visitor(server).signsIn(eve)) {
      desk.opens("/settings");
      assertThat(desk.listed("My sessions")).hasCount(3);
      desk.button(Pattern.compile("^End the session on Chrome")).click();
      assertThat(desk.listed("My sessions")).hasCount(2);
      assertThat(phone.heading("Sign in")).isVisible();
      assertThat(phone.page().getByText("You were signed out")).isVisible();
    }
  }

  @Test
  void a_profile_with_a_picture_is_seen_by_others_at_once() throws IOException {
    Person eve = people.register("eve");
    Person fay = people.register("fay");
    eve.connectsWith(fay);
    try (Visitor desk = TheBrowser.visitor(server).signsIn(eve);
        Visitor friend = TheBrowser.visitor(server).signsIn(fay)) {
      friend.opensList("Connections");
      desk.opens("/settings");
      desk.page()
          .locator("input[type=file]")
          .setInputFiles(new FilePayload("me.png", "image/png", picture()));
      assertThat(desk.button("Remove it")).isVisible();
      desk.field("Display name").fill("Eve Adeyemi");
      desk.field("Status").fill("On the night shift");
      desk.button("Save").click();
      assertThat(desk.toast("Your profile was saved.")).isVisible();
      assertThat(friend.listed("Mutual connections")).containsText("Eve Adeyemi");
      assertThat(friend.listed("Mutual connections")).containsText("On the night shift");
      assertThat(friend.listed("Mutual connections").locator("img")).isVisible();
    }
  }

  private static byte[] picture() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }

  @Test
  void a_connection_link_is_shown_as_a_qr_code_redeemed_and_revoked() {
    Person eve = people.register("eve");
    try (Visitor desk = TheBrowser.visitor(server).signsIn(eve);
        Visitor guest = TheBrowser.visitor(server)) {
      desk.opens("/links");
      desk.button("Make a link").first().click();
      desk.field("How many people may use it").fill("2");
      desk.button("Make the link").click();
      assertThat(desk.page().locator(".qr svg")).isVisible();
      String link = desk.field("Address").inputValue();
      dialog(desk, "Your connection link").getByLabel("Close").click();

      guest.opens(pathOf(link));
      assertThat(guest.heading(eve.username() + " invites you to connect")).isVisible();
      guest.page().getByText("Make an account").click();
      assertThat(guest.heading(eve.username() + " invites you to connect")).isVisible();
      guest.field("Username").fill(eve.username().replace("eve", "guest"));
      guest.field("Password").fill(Visitor.PASSWORD);
      guest.button("Make my account").click();
      guest.button("Connect").click();
      assertThat(guest.heading("are connected")).isVisible();
      assertThat(desk.toast("are connected")).isVisible();

      desk.opens("/links");
      desk.button("Revoke this link").click();
      assertThat(desk.heading("No open links")).isVisible();
      guest.signsOut().signsIn(people.register("late")).opens(pathOf(link));
      assertThat(guest.heading("This link does not work")).isVisible();
    }
  }

  private static Locator dialog(Visitor visitor, String title) {
    return visitor.page().getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(title));
  }

  private static String pathOf(String link) {
    return URI.create(link).getPath();
  }

  @Test
  void somebody_takes_their_data_along_and_leaves() throws IOException {
    Person eve = people.register("eve");
    try (Visitor desk = TheBrowser.visitor(server).signsIn(eve)) {
      desk.opens("/settings");
      // The sessions come later and push what stands below them down, away from a click.
      assertThat(desk.listed("My sessions").first()).isVisible();
      Download export = desk.page().waitForDownload(() -> desk.button("Export everything").click());
      assertThat(Files.readAllBytes(export.path())).startsWith('P', 'K');
      desk.button("Delete my account").click();
      desk.field("Your password").fill(eve.password());
      desk.dialog().getByText("Delete my account").click();
      assertThat(desk.page().getByText("Your account was deleted.")).isVisible();
      desk.field("Username").fill(eve.username());
      desk.field("Password").fill(eve.password());
      desk.button("Sign in").click();
      assertThat(desk.page().getByText("Username or password is not right.")).isVisible();
    }
  }

  @Test
  void the_set_up_link_makes_the_first_administrator_once() {
    Map<String, String> nobodyYet =
        Map.of("parley.admin.username", "", "parley.admin.password", "");
    try (ParleyServer fresh = ParleyServer.start("it-setup-in-the-browser", nobodyYet);
        Visitor first = TheBrowser.visitor(fresh);
        Visitor second = TheBrowser.visitor(fresh)) {
      String link = setupLink(fresh.process());
      first.opens(link);
      first.field("Username").fill("boss");
      first.field("Password").fill(Visitor.PASSWORD);
      first.button("Make the administrator").click();
      first.isInSync();

      second.opens(link);
      second.field("Username").fill("intruder");
      second.field("Password").fill(Visitor.PASSWORD);
      second.button("Make the administrator").click();
      assertThat(second.page().getByRole(AriaRole.ALERT)).isVisible();
    }
  }

  private static String setupLink(LaunchedProcess process) {
    Matcher link = Pattern.compile("/setup\\?token=[\\w-]+").matcher(process.output());
    assertThat(link.find()).as("a set-up link is printed").isTrue();
    return link.group();
  }
}
