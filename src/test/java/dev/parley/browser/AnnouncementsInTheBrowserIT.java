package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What administrators announce, and how it is seen by those who use the application. */
class AnnouncementsInTheBrowserIT {
  private final ParleyServer server = ParleyServer.shared();
  private final People people = new People(server);

  @BeforeAll
  static void a_busy_machine_is_given_time() {
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
  }

  @Test
  void an_announcement_is_seen_by_everybody_dismissed_by_each_and_withdrawn() {
    Person reader = people.register("reader");
    String text = "The harbour closes at nine. " + UUID.randomUUID();
    try (Desk desk = Desk.of(server);
        Visitor visitor = TheBrowser.visitor(server).signsIn(reader)) {
      desk.opens("announcements");
      desk.visitor().button("Announce something").first().click();
      desk.dialog("Announce something").getByLabel("Text").fill(text);
      desk.dialog("Announce something").getByText("Warning").click();
      desk.confirms("Announce something", "Publish now");
      assertThat(banner(desk.visitor(), text)).isVisible();
      assertThat(banner(visitor, text)).isVisible();
      banner(visitor, text).getByRole(AriaRole.BUTTON).click();
      assertThat(banner(visitor, text)).isHidden();
      visitor.page().waitForResponse("**/announcements/", () -> visitor.opens("/people"));
      assertThat(visitor.heading("People reach each other")).isVisible();
      assertThat(banner(visitor, text)).isHidden();

      Locator shown = desk.visitor().listed("Shown now").filter(Desk.withText(text));
      shown.getByRole(AriaRole.BUTTON).click();
      desk.confirms("Withdraw this announcement?", "Withdraw");
      assertThat(shown).isHidden();
      assertThat(banner(desk.visitor(), text)).isHidden();
      desk.findsInTheAuditLog("Announcement published", "Announcement deleted");
    }
  }

  @Test
  void an_announcement_waits_for_its_time() {
    String text = "The harbour opens again. " + UUID.randomUUID();
    try (Desk desk = Desk.of(server)) {
      desk.opens("announcements");
      desk.visitor().button("Announce something").first().click();
      Locator dialog = desk.dialog("Announce something");
      dialog.getByLabel("Text").fill(text);
      dialog.getByLabel("At a time").check();
      dialog.getByLabel("From").fill("2099-05-01T09:00");
      desk.confirms("Announce something", "Schedule");
      Locator waiting = desk.visitor().listed("Scheduled").filter(Desk.withText(text));
      assertThat(waiting).containsText("2099");
      waiting.getByRole(AriaRole.BUTTON).click();
      desk.confirms("Withdraw this announcement?", "Withdraw");
      assertThat(waiting).isHidden();
    }
  }

  private static Locator banner(Visitor visitor, String text) {
    return visitor
        .page()
        .getByRole(AriaRole.REGION, Desk.named("Announcements"))
        .locator(".banner")
        .filter(Desk.withText(text));
  }
}
