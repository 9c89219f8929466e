package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.parley.journey.Administrator;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody's account is disabled while a connection of theirs looks at the conversation. */
class DisabledPersonInTheBrowserIT {
  private static final String SWITCHED_OFF = "This account is switched off";

  private final ParleyServer server = ParleyServer.shared();
  private final People people = new People(server);
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");

  @BeforeAll
  static void a_busy_machine_is_given_time() {
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
  }

  @Test
  void the_composer_closes_and_opens_and_every_screen_says_why() {
    Administrator root = Administrator.of(server);
    ada.connectsWith(ben);
    try (Visitor adas = TheBrowser.visitor(server).signsIn(ada)) {
      Page page = adas.page();
      adas.opens("/connections/" + ben.username());
      adas.button("Write a message").click();
      assertThat(page.locator(".composer textarea")).isVisible();

      root.disables(ben).then().statusCode(200);
      assertThat(page.locator(".composer-closed")).containsText(SWITCHED_OFF);
      assertThat(page.locator(".thread-status")).hasText(SWITCHED_OFF);
      isFitToUse(page, "chat");
      adas.opens("/connections/" + ben.username());
      assertThat(page.locator(".profile .chips")).containsText(SWITCHED_OFF);
      assertThat(page.locator(".next-step")).containsText(SWITCHED_OFF);
      assertThat(adas.button("Write a message")).hasCount(0);
      assertThat(adas.button("Open the chat")).isVisible();
      assertThat(adas.button("Remove connection")).isVisible();
      assertThat(adas.button("Block " + ben.username())).isVisible();
      isFitToUse(page, "person");
      adas.opens("/connections");
      assertThat(adas.listed("Mutual connections")).containsText(SWITCHED_OFF);
      isFitToUse(page, "list");

      root.enables(ben).then().statusCode(200);
      assertThat(adas.listed("Mutual connections")).not().containsText(SWITCHED_OFF);
      adas.listed("Mutual connections").getByText(ben.username()).first().click();
      adas.button("Write a message").click();
      assertThat(page.locator(".composer textarea")).isVisible();
      assertThat(adas.complaints()).isEmpty();
    }
  }

  private static void isFitToUse(Page page, String screen) {
    for (int width : List.of(1280, 390)) {
      page.setViewportSize(width, 800);
      assertThat(Accessibility.violations(page)).as(screen + " at " + width).isEmpty();
    }
    page.setViewportSize(1280, 800);
  }
}
