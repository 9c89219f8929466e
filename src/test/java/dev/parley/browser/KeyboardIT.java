package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.parley.journey.ParleyServer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Everything that leads two people together, done without a mouse. */
class KeyboardIT {
  private static final int MOST_TABS = 60;
  private static final String FOCUSED =
      """
      () => {
        const it = document.activeElement;
        return it.getAttribute('aria-label') ?? it.labels?.[0]?.textContent ?? it.textContent;
      }
      """;

  private final ParleyServer server = ParleyServer.shared();

  @BeforeAll
  static void a_busy_machine_is_given_time() {
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
  }

  @Test
  void two_people_connect_by_keyboard_alone() {
    try (Visitor ada = TheBrowser.visitor(server);
        Visitor ben = TheBrowser.visitor(server)) {
      registersByKeyboard(ada, "Ada Keys");
      String bensName = registersByKeyboard(ben, "Ben Keys");

      tabsTo(ada, "Search people");
      types(ada, bensName);
      assertThat(ada.listed("Available people")).hasCount(1);
      tabsTo(ada, "Send Ben Keys a connection request");
      presses(ada, "Enter");
      assertThat(ada.field("Note")).isFocused();
      types(ada, "Hello from the keyboard");
      tabsTo(ada, "Send the request");
      presses(ada, "Enter");
      assertThat(ada.toast("Your request to Ben Keys was sent.")).isVisible();
      assertThat(ada.dialog()).hasCount(0);

      tabsTo(ben, "Requests");
      presses(ben, "Enter");
      assertThat(ben.listed("Requests to you")).containsText("Hello from the keyboard");
      tabsTo(ben, "Accept Ada Keys’s request");
      presses(ben, "Enter");
      assertThat(ada.toast("You and Ben Keys are connected")).isVisible();
      assertThat(ben.heading("No requests")).isVisible();
      assertThat(ben.page().locator(".pane-scroll")).isFocused();
    }
  }

  @Test
  void a_closed_dialog_gives_focus_back_and_the_content_can_be_skipped_to() {
    try (Visitor ada = TheBrowser.visitor(server).registers("Ada Dialog")) {
      ada.opens("/links").isInSync();
      presses(ada, "Tab");
      assertThat(ada.page().getByText("Skip to content")).isFocused();
      presses(ada, "Enter");
      assertThat(ada.page().locator("main")).isFocused();
      tabsTo(ada, "Make a link");
      presses(ada, "Enter");
      assertThat(ada.field("How many people may use it")).isFocused();
      presses(ada, "Escape");
      assertThat(ada.dialog()).hasCount(0);
      assertThat(ada.button("Make a link")).isFocused();
    }
  }

  private String registersByKeyboard(Visitor visitor, String displayName) {
    String name = "keys-" + UUID.randomUUID().toString().substring(0, 8);
    visitor.opens("/register");
    assertThat(visitor.field("Username")).isFocused();
    types(visitor, name);
    presses(visitor, "Tab");
    types(visitor, displayName);
    presses(visitor, "Tab");
    types(visitor, Visitor.PASSWORD);
    presses(visitor, "Enter");
    visitor.isInSync();
    return name;
  }

  private static void types(Visitor visitor, String text) {
    visitor.page().keyboard().type(text);
  }

  private static void presses(Visitor visitor, String key) {
    visitor.page().keyboard().press(key);
  }

  /** Goes on with the tabulator until what is named so has the focus. */
  private static void tabsTo(Visitor visitor, String wanted) {
    Page page = visitor.page();
    List<String> passed = new ArrayList<>();
    for (int tabs = 0; tabs < MOST_TABS; tabs++) {
      page.keyboard().press("Tab");
      String focused = String.valueOf(page.evaluate(FOCUSED)).strip();
      if (focused.startsWith(wanted)) {
        return;
      }
      passed.add(focused);
    }
    assertThat(passed).as("what the tabulator reaches").contains(wanted);
  }
}
