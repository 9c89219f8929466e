package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.WatchedServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The page of the API's document: it works from our own origin, under our own policy. */
@ResourceLock("the watched server")
class ApiPageIT {
  private final ParleyServer server = WatchedServer.shared();

  @BeforeAll
  static void a_busy_machine_is_given_time() {
    PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
  }

  @Test
  void a_call_can_be_read_and_tried() {
    try (Visitor visitor = TheBrowser.visitor(server)) {
      Page page = visitor.opens("/openapi/ui/").page();
      assertThat(page.locator(".title").first()).containsText("Parley");
      Locator config = opened(page, "Identity", "/chat/api/config/");
      assertThat(config).containsText("Name, ways to sign in, limits");
      assertThat(config.locator(".responses-inner")).containsText("\"message_length\"");
      config.getByText("Try it out").click();
      config.getByText("Execute", new Locator.GetByTextOptions().setExact(true)).click();
      assertThat(config.locator(".live-responses-table .response-col_status").last())
          .containsText("200");
      assertThat(config.locator(".live-responses-table")).containsText("\"name\": \"Parley\"");
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @Test
  void on_the_operational_port_calls_can_be_read_only() {
    try (Visitor visitor = TheBrowser.visitor(server)) {
      Page page =
          visitor.opens("http://localhost:" + WatchedServer.OPS_PORT + "/openapi/ui").page();
      Locator login = opened(page, "Identity", "/chat/api/login/");
      assertThat(login.locator(".responses-inner")).containsText("invalid_credentials");
      assertThat(page.getByText("Try it out")).hasCount(0);
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  /** One call, unfolded. */
  private static Locator opened(Page page, String chapter, String path) {
    page.locator(".opblock-tag", new Page.LocatorOptions().setHasText(chapter)).click();
    Locator call =
        page.locator(
            ".opblock",
            new Page.LocatorOptions().setHas(page.locator("[data-path='" + path + "']")));
    call.first().locator(".opblock-summary-control").click();
    return call.first();
  }
}
