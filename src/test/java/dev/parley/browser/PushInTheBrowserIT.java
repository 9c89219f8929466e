package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.parley.journey.Mailbox;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.PushService;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Being told by one's browser while Parley is closed: switched on, read, followed, switched off.
 */
class PushInTheBrowserIT {
  private static final String NEW_PASSWORD = "a rather different sentence";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ParleyServer server = ParleyServer.shared();
  private final People people = new People(server);
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");
  private final Mailbox mailbox = PushService.shared().opensMailbox();

  @BeforeAll
  static void a_busy_machine_is_given_time() {
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
  }

  private static Locator outside(Visitor visitor) {
    return switchOf(visitor, "Show them outside of this page, too");
  }

  private static Locator closed(Visitor visitor) {
    return switchOf(visitor, "Also when Parley is closed");
  }

  private static Locator switchOf(Visitor visitor, String label) {
    return visitor.page().getByRole(AriaRole.SWITCH, new Page.GetByRoleOptions().setName(label));
  }

  private static void switchesOn(Visitor visitor) {
    visitor.opens("/settings");
    assertThat(closed(visitor)).hasCount(0);
    outside(visitor).click();
    closed(visitor).click();
    settles(visitor, true);
  }

  /** The switch is where it was put, and what it asked for is done. */
  private static void settles(Visitor visitor, boolean on) {
    assertThat(closed(visitor)).hasAttribute("aria-busy", "false");
    assertThat(closed(visitor)).isChecked(new LocatorAssertions.IsCheckedOptions().setChecked(on));
  }

  @Test
  void what_comes_while_parley_is_closed_is_shown_and_leads_there() {
    PushedBrowser browser = PushedBrowser.of(server, mailbox);
    try (Visitor bens = browser.visitor().signsIn(ben)) {
      switchesOn(bens);
      browser.isAway();
      ada.requestsConnectionTo(ben);
      JsonPath push = mailbox.awaitFirst();
      browser.receives(push.prettify());
      await().atMost(PATIENCE).until(() -> browser.shown().size() == 1);
      assertThat(browser.shown().get(0))
          .containsEntry("title", "Parley")
          .containsEntry("body", push.getString("body"))
          .containsEntry("path", "/requests/" + ada.username());

      browser.receives("no news");
      await().atMost(PATIENCE).until(() -> browser.shown().size() == 2);
      assertThat(browser.shown())
          .extracting(shown -> shown.get("title"))
          .contains("Something new in Parley");

      bens.opens("/chats").isInSync();
      pressed(bens.page(), push.getString("path"));
      assertThat(bens.heading(ada.username()).first()).isVisible();
      assertThat(bens.page()).hasURL(server.base() + "/requests/" + ada.username());
      assertThat(bens.complaints()).isEmpty();
    }
  }

  /** What the worker says to a window when somebody presses what it shows. */
  private static void pressed(Page page, String path) {
    Object answered =
        page.evaluate(
            """
            path => new Promise(answered => {
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = ({ data }) => answered(data);
              navigator.serviceWorker.dispatchEvent(
                new MessageEvent('message', { data: { type: 'open', path }, ports: [port2] }));
            })
            """,
            path);
    assertThat(answered).isEqualTo(true);
  }

  @Test
  void a_subscription_is_kept_over_visits_and_ends_with_the_switch_and_with_the_sign_in() {
    PushedBrowser browser = PushedBrowser.of(server, mailbox);
    try (Visitor bens = browser.visitor().signsIn(ben)) {
      switchesOn(bens);
      bens.page()
          .waitForResponse(
              answer -> answer.url().endsWith("push/subscriptions/") && answer.status() == 200,
              () -> bens.opens("/settings"));
      closed(bens).click();
      settles(bens, false);
      assertThat(browser.isSubscribed()).isFalse();

      closed(bens).click();
      settles(bens, true);
      assertThat(browser.isSubscribed()).isTrue();
      outside(bens).click();
      await().atMost(PATIENCE).until(() -> !browser.isSubscribed());

      switchesOn(bens);
      bens.signsOut();
      await().atMost(PATIENCE).until(() -> !browser.isSubscribed());
      assertThat(bens.complaints()).isEmpty();
    }
  }

  @Test
  void somebody_else_in_the_same_browser_is_not_told_by_it() {
    PushedBrowser browser = PushedBrowser.of(server, mailbox);
    try (Visitor bens = browser.visitor().signsIn(ben)) {
      switchesOn(bens);
      ben.post(
              "me/password/",
              Map.of("current_password", ben.password(), "new_password", NEW_PASSWORD))
          .then()
          .statusCode(204);
      assertThat(bens.heading("Sign in")).isVisible();
      assertThat(browser.isSubscribed()).isTrue();
      ada.patch("me/settings/", Map.of("browser_notifications", true)).then().statusCode(200);
      bens.signsIn(ada);
      await().atMost(PATIENCE).until(() -> !browser.isSubscribed());
      bens.opens("/settings");
      assertThat(closed(bens)).not().isChecked();
    }
  }

  @Test
  void a_browser_that_may_not_show_them_says_what_to_do() {
    ben.patch("me/settings/", Map.of("browser_notifications", true)).then().statusCode(200);
    try (Visitor bens = TheBrowser.visitor(server).signsIn(ben)) {
      bens.opens("/settings");
      closed(bens).click();
      assertThat(bens.toast("Your browser does not allow notifications from this page."))
          .isVisible();
      assertThat(closed(bens)).not().isChecked();
    }
  }

  @Test
  void everybody_can_see_and_use_the_switch() {
    PushedBrowser browser = PushedBrowser.of(server, mailbox);
    try (Visitor bens = browser.visitor().signsIn(ben)) {
      switchesOn(bens);
      List<String> findings = new ArrayList<>();
      for (int width : List.of(1280, 390)) {
        bens.page().setViewportSize(width, 844);
        for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
          bens.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
          findings.addAll(Accessibility.violations(bens.page()));
        }
      }
      assertThat(findings).isEmpty();
    }
  }
}
