package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Nobody does what they did not mean: quick clicks, quick typing, and a network that comes and
 * goes.
 */
class DailyUseInTheBrowserIT {
  private final ParleyServer server = ParleyServer.shared();
  private final People people = new People(server);
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");

  @BeforeAll
  static void a_busy_machine_is_given_time() {
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
  }

  @Test
  void two_quick_clicks_on_reject_reject_one_person() {
    String first = people.register("cyd").requestsConnectionTo(ada);
    String second = ben.requestsConnectionTo(ada);
    try (Visitor desk = TheBrowser.visitor(server).signsIn(ada)) {
      desk.opensList("Requests");
      Locator cards = desk.listed("Requests to you");
      assertThat(cards).hasCount(2);
      BoundingBox reject = desk.button("Reject " + ben.username() + "’s request").boundingBox();
      double x = reject.x + reject.width / 2;
      double y = reject.y + reject.height / 2;
      desk.page().mouse().click(x, y, new Mouse.ClickOptions().setDelay(10));
      assertThat(cards.first()).containsText("Rejected");
      desk.page().mouse().click(x, y);
      assertThat(cards).hasCount(2);
      assertThat(cards).hasCount(1);
      assertThat(cards).containsText("cyd");
      assertThat(status(second)).isEqualTo("rejected");
      assertThat(status(first)).isEqualTo("pending");
    }
  }

  private String status(String connection) {
    return ada.get("connections/" + connection + "/").path("status");
  }

  @Test
  void a_rejection_can_be_taken_back_and_goes_out_when_the_list_is_left() {
    String request = ben.requestsConnectionTo(ada);
    try (Visitor desk = TheBrowser.visitor(server).signsIn(ada)) {
      desk.opensList("Requests");
      String reject = "Reject " + ben.username() + "’s request";
      desk.button(reject).click();
      desk.button("Undo").press("Enter");
      assertThat(desk.button(reject)).isVisible();
      assertThat(status(request)).isEqualTo("pending");
      desk.button(reject).press("Enter");
      assertThat(desk.button("Undo")).isFocused();
      desk.opensList("Chats");
      desk.opensList("Requests");
      assertThat(desk.heading("No requests")).isVisible();
      assertThat(status(request)).isEqualTo("rejected");
    }
  }

  @Test
  void an_accepted_request_leads_to_writing() {
    ben.requestsConnectionTo(ada);
    try (Visitor desk = TheBrowser.visitor(server).signsIn(ada)) {
      desk.opensList("Requests");
      desk.button("Accept " + ben.username() + "’s request").click();
      assertThat(desk.listed("Requests to you")).containsText("Connected");
      desk.button("Write a message").press("Enter");
      assertThat(desk.page().locator("#composer")).isFocused();
    }
  }

  @Test
  void what_is_typed_after_choosing_a_conversation_stands_in_the_composer() {
    ada.connectsWith(ben);
    try (Writer desk = Writer.at(TheBrowser.visitor(server), ada)) {
      desk.opens(ben.username());
      assertThat(desk.composer()).isFocused();
      desk.page().keyboard().type("nice work!");
      assertThat(desk.composer()).hasValue("nice work!");
      desk.page().keyboard().press("Enter");
      desk.message("nice work!").click();
      desk.page().keyboard().type("mn?");
      assertThat(desk.composer()).hasValue("mn?");
      assertThat(desk.visitor().dialog()).hasCount(0);
    }
  }

  @Test
  void single_letters_are_shortcuts_among_messages_until_they_are_switched_off() {
    ada.connectsWith(ben);
    try (Writer desk = Writer.at(TheBrowser.visitor(server), ada)) {
      desk.opens(ben.username()).writes("first");
      assertThat(desk.message("first")).isVisible();
      toTheMessages(desk);
      desk.page().keyboard().press("?");
      assertThat(desk.visitor().dialog()).containsText("Keyboard shortcuts");
      desk.page().keyboard().press("Escape");

      desk.visitor().opens("/settings");
      desk.page().getByLabel("Shortcuts of a single letter").press("Space");
      desk.visitor().isInSync();
      desk.opens(ben.username());
      toTheMessages(desk);
      desk.page().keyboard().press("n");
      assertThat(desk.composer()).hasValue("n");
      assertThat(desk.visitor().dialog()).hasCount(0);
    }
  }

  private static void toTheMessages(Writer desk) {
    desk.composer().press("Shift+Tab");
    for (int tabs = 0; tabs < 10; tabs++) {
      if ((Boolean) desk.page().evaluate("() => !!document.activeElement.closest('[role=log]')")) {
        return;
      }
      desk.page().keyboard().press("Shift+Tab");
    }
    throw new AssertionError("The tabulator does not lead to the messages");
  }

  @Test
  void a_pane_that_cannot_be_loaded_fails_alone_and_comes_with_the_network_as_a_draft_does() {
    ada.connectsWith(ben);
    try (Writer desk = Writer.at(TheBrowser.visitor(server), ada)) {
      desk.page().route(Pattern.compile(".*/assets/PeoplePane.*"), route -> route.abort());
      desk.opens(ben.username());
      desk.visitor().context().setOffline(true);
      desk.composer().fill("half a sen");
      desk.visitor().opensList("People");
      assertThat(desk.visitor().heading("This cannot be shown")).isVisible();
      assertThat(desk.page().getByRole(AriaRole.NAVIGATION).first()).isVisible();
      desk.opens(ben.username());
      assertThat(desk.composer()).hasValue("half a sen");
      desk.visitor().opensList("People");
      desk.page().unrouteAll();
      desk.visitor().context().setOffline(false);
      assertThat(desk.visitor().field("Search people")).isVisible();
      await().until(() -> "half a sen".equals(draft()));
      desk.opens(ben.username());
      assertThat(desk.composer()).hasValue("half a sen");
    }
  }

  private String draft() {
    return ada.get("conversations/").path("items[0].draft.body");
  }

  @Test
  void without_a_network_every_list_can_still_be_opened() {
    ada.connectsWith(ben);
    try (Writer desk = Writer.at(TheBrowser.visitor(server), ada)) {
      desk.page()
          .waitForResponse(
              Pattern.compile(".*/assets/RequestsPane.*"), () -> desk.opens(ben.username()));
      desk.page().waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
      desk.visitor().context().setOffline(true);
      desk.visitor().opensList("Requests");
      assertThat(desk.visitor().heading("No requests")).isVisible();
    }
  }
}
