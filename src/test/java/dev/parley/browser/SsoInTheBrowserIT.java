package dev.parley.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.parley.journey.Anybody;
import dev.parley.journey.KeycloakServer;
import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.SsoServer;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** People come in by the page of a real Keycloak, add it to their ways in, and leave by it. */
@ResourceLock("the server with single sign-on")
class SsoInTheBrowserIT {
  private static final String PASSWORD = "a password of acme";
  private static final Duration AT_ONCE = Duration.ofSeconds(5);
  private static ParleyServer server;
  private static Anybody anybody;

  @BeforeAll
  static void start() {
    Assumptions.assumeTrue(TheBrowser.isWanted(), "left out with parley.browser=skip");
    KeycloakServer.begin();
    server = SsoServer.shared();
    anybody = new Anybody(server);
    KeycloakServer.await();
  }

  /** Fills the form of Keycloak's own page. */
  private static void signsInAtKeycloak(Page page, String username) {
    page.waitForURL(Pattern.compile(Pattern.quote(KeycloakServer.address().toString()) + ".*"));
    page.locator("#username").fill(username);
    page.locator("#password").fill(PASSWORD);
    page.locator("#kc-login").click();
  }

  /** From the sign-in page over Keycloak's and back; returns what Parley answered. */
  private static JsonPath signsIn(Visitor visitor, String username) {
    visitor.opens("/sign-in");
    Response answer =
        visitor
            .page()
            .waitForResponse(
                Pattern.compile(".*/login/sso/$"),
                () -> {
                  visitor.button("Continue with Keycloak").click();
                  signsInAtKeycloak(visitor.page(), username);
                });
    visitor.isInSync();
    return JsonPath.from(answer.text());
  }

  /** What our own pages complain about; Keycloak's are not ours. */
  private static List<String> complaints(Visitor visitor) {
    return visitor.complaints().stream()
        .filter(complaint -> complaint.startsWith(server.base().toString()))
        .toList();
  }

  @Test
  void somebody_who_is_new_signs_in_at_keycloak_and_has_an_account() {
    String cara = KeycloakServer.makesUser("cara", PASSWORD);
    try (Visitor visitor = TheBrowser.visitor(server)) {
      JsonPath answer = signsIn(visitor, cara);
      assertThat(answer.getString("user.username")).isEqualTo(cara);
      assertThat(answer.getString("user.display_name")).isEqualTo("Cara Example");
      assertThat(answer.getList("user.roles")).containsExactly("user");
      assertThat(visitor.page().url()).doesNotContain("code=").doesNotContain("/sso/");
      visitor.opens("/settings");
      Locator ways = visitor.listed("Ways to sign in");
      PlaywrightAssertions.assertThat(ways).hasCount(1);
      PlaywrightAssertions.assertThat(ways.first()).containsText("Keycloak");
      visitor.button("Take Keycloak away").click();
      visitor.toast("This is your only way to sign in").waitFor();
      visitor.signsOut();
      assertThat(complaints(visitor).stream().filter(line -> !line.contains("409"))).isEmpty();
    }
  }

  @Test
  void somebody_who_signs_out_of_keycloak_too_shows_their_password_again() {
    String ivy = KeycloakServer.makesUser("ivy", PASSWORD);
    List<String> findings = new ArrayList<>();
    try (Visitor visitor = TheBrowser.visitor(server)) {
      Page page = visitor.page();
      signsIn(visitor, ivy);
      visitor.signsOut();
      page.getByText("You are signed out. Keycloak still knows you on this device.").waitFor();
      examine(visitor, findings);
      page.reload();
      visitor.button("Sign out of Keycloak too").click();
      page.waitForURL(server.base() + "/sign-in*");
      visitor.heading("Sign in").waitFor();
      PlaywrightAssertions.assertThat(visitor.button("Sign out of Keycloak too")).hasCount(0);
      assertThat(page.evaluate("sessionStorage.length")).isEqualTo(0);
      visitor.button("Continue with Keycloak").click();
      signsInAtKeycloak(page, ivy);
      visitor.isInSync();
      assertThat(complaints(visitor)).isEmpty();
    }
    assertThat(findings).isEmpty();
  }

  @Test
  void a_username_that_is_taken_gets_a_suffix() {
    String dora = KeycloakServer.makesUser("dora", PASSWORD);
    anybody.registers(dora, "correct horse battery").then().statusCode(201);
    try (Visitor visitor = TheBrowser.visitor(server)) {
      assertThat(signsIn(visitor, dora).getString("user.username")).isEqualTo(dora + "-2");
    }
  }

  @Test
  void the_group_of_administrators_administers() {
    String root = KeycloakServer.makesUser("erin", PASSWORD, "chat-admins", "staff");
    try (Visitor visitor = TheBrowser.visitor(server)) {
      assertThat(signsIn(visitor, root).getList("user.roles")).containsExactly("user", "admin");
    }
  }

  @Test
  void somebody_who_leaves_the_company_is_out_at_once() {
    String finn = KeycloakServer.makesUser("finn", PASSWORD);
    try (Visitor visitor = TheBrowser.visitor(server)) {
      String token = signsIn(visitor, finn).getString("access_token");
      try (LiveClient live =
          LiveClient.open(
              server.liveAddress().toString(), Map.of("Authorization", "Bearer " + token))) {
        KeycloakServer.letsGo(finn);
        await().atMost(AT_ONCE).until(() -> anybody.showsAccessToken(token).statusCode() == 401);
        assertThat(live.awaitCloseCode()).isEqualTo(4409);
        visitor.heading("Sign in").waitFor();
      }
      visitor.button("Continue with Keycloak").click();
      visitor
          .page()
          .waitForURL(Pattern.compile(Pattern.quote(KeycloakServer.address().toString()) + ".*"));
      signsInAtKeycloak(visitor.page(), finn);
      visitor.page().getByText("disabled").waitFor();
    }
  }

  @Test
  void a_person_adds_keycloak_to_their_ways_to_sign_in_and_takes_it_away() {
    String gwen = KeycloakServer.makesUser("gwen", PASSWORD);
    Person local = new People(server).register("gwen");
    try (Visitor visitor = TheBrowser.visitor(server).signsIn(local)) {
      visitor.opens("/settings");
      visitor.button("Add Keycloak").click();
      signsInAtKeycloak(visitor.page(), gwen);
      visitor.toast("You can sign in this way from now on").waitFor();
      Locator ways = visitor.listed("Ways to sign in");
      PlaywrightAssertions.assertThat(ways).hasCount(2);
      PlaywrightAssertions.assertThat(ways.last()).containsText(gwen);
      local.get("me/identities/").then().body("items.name", containsInAnyOrder(gwen));
      visitor.signsOut();
      visitor.button("Sign out of Keycloak too").waitFor();
      visitor.button("Continue with Keycloak").click();
      visitor.isInSync();
      visitor.opens("/settings");
      visitor.page().getByText(local.username()).first().waitFor();
      visitor.button("Take Keycloak away").click();
      visitor.toast("Keycloak signs you in no more").waitFor();
      local.get("me/identities/").then().body("items.size()", equalTo(0));
      assertThat(complaints(visitor)).isEmpty();
    }
  }

  @Test
  void what_went_wrong_at_the_provider_is_said() {
    try (Visitor visitor = TheBrowser.visitor(server)) {
      Page page = visitor.opens("/sign-in").page();
      visitor.button("Continue with gone").click();
      alert(visitor, "gone does not answer");
      visitor.button("Continue with Keycloak").click();
      page.waitForURL(Pattern.compile(Pattern.quote(KeycloakServer.address().toString()) + ".*"));
      String state = page.url().replaceAll(".*[?&]state=([^&]+).*", "$1");
      page.navigate(
          server.base() + "/sso/callback?error=access_denied&state=" + state + "&iss=" + issuer());
      alert(visitor, "You cancelled the sign-in with Keycloak");
      page.reload();
      alert(visitor, "This sign-in was not begun here");
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Back to the sign-in"))
          .click();
      visitor.button("Continue with Keycloak").click();
      page.waitForURL(Pattern.compile(Pattern.quote(KeycloakServer.address().toString()) + ".*"));
      page.navigate(server.base() + "/sso/callback?code=stolen&state=forged");
      alert(visitor, "does not belong to a sign-in that was begun here");
    }
  }

  private static String issuer() {
    return KeycloakServer.address() + "/realms/parley";
  }

  private static void alert(Visitor visitor, String text) {
    visitor
        .page()
        .getByRole(AriaRole.ALERT)
        .filter(new Locator.FilterOptions().setHasText(text))
        .waitFor();
  }

  @Test
  void everybody_can_see_and_use_the_ways_in_light_and_dark_wide_and_narrow() {
    Person local = new People(server).register("hana");
    List<String> findings = new ArrayList<>();
    try (Visitor visitor = TheBrowser.visitor(server)) {
      visitor.opens("/sign-in").button("Continue with Acme Corporation").waitFor();
      examine(visitor, findings);
      visitor.opens("/register").button("Continue with Acme Corporation").waitFor();
      examine(visitor, findings);
      visitor.opens("/sso/callback?code=x&state=y");
      alert(visitor, "This sign-in was not begun here");
      examine(visitor, findings);
      visitor.signsIn(local).opens("/settings").button("Add Keycloak").waitFor();
      examine(visitor, findings);
      assertThat(complaints(visitor)).isEmpty();
    }
    assertThat(findings).isEmpty();
  }

  private static void examine(Visitor visitor, List<String> findings) {
    Page page = visitor.page();
    for (int width : List.of(1280, 390)) {
      page.setViewportSize(width, 844);
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        findings.addAll(Accessibility.violations(page));
      }
      if (Boolean.TRUE.equals(
          page.evaluate(
              "document.documentElement.scrollWidth > document.documentElement.clientWidth"))) {
        findings.add(page.url() + " sticks out at " + width);
      }
    }
    page.setViewportSize(1280, 800);
  }

  @Test
  void the_page_may_fetch_from_the_issuers_and_from_nowhere_else() {
    String policy =
        anybody.with("Accept", "text/html").gets("/sign-in").header("Content-Security-Policy");
    assertThat(policy.replaceAll(".*connect-src ([^;]*);.*", "$1").split(" "))
        .hasSize(5)
        .contains("'self'", KeycloakServer.address().toString())
        .allMatch(source -> source.matches("'self'|http://127\\.0\\.0\\.1:\\d+"));
  }
}
