package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two people at two browsers find each other and connect, and both see all of it live. */
class TwoPeopleConnectInTheBrowserIT {
  private final ParleyServer server = ParleyServer.shared();
  private final People people = new People(server);

  @BeforeAll
  static void a_busy_machine_is_given_time() {
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
  }

  @Test
  void they_register_find_each_other_connect_and_part_live() {
    try (Visitor ada = TheBrowser.visitor(server).registers("Ada Okafor");
        Visitor ben = TheBrowser.visitor(server).registers("Ben Amari")) {
      ada.field("Search people").fill(ben.username());
      ada.button("Send Ben Amari a connection request").click();
      assertThat(ada.field("Note")).isFocused();
      ada.field("Note").fill("We met at the bike repair night.");
      ada.button("Send the request").click();
      assertThat(ada.toast("Your request to Ben Amari was sent.")).isVisible();

      assertThat(ben.toast("Ada Okafor wants to connect with you")).isVisible();
      assertThat(ben.button("Notifications, 1 unread")).isVisible();
      assertThat(ben.page()).hasTitle("(1) Parley");
      assertThat(ben.page().getByLabel("1 waiting")).isVisible();
      ben.opensList("Requests");
      assertThat(ben.listed("Requests to you")).containsText("We met at the bike repair night.");

      ada.opensList("Requests");
      assertThat(ada.listed("Sent by you")).hasCount(1);
      ben.button("Accept Ada Okafor’s request").click();
      assertThat(ada.toast("You and Ben Amari are connected")).isVisible();
      assertThat(ada.listed("Sent by you")).hasCount(0);
      assertThat(ben.page()).hasTitle("Parley");
      ada.opensList("Connections");
      ben.opensList("Connections");
      assertThat(ada.listed("Mutual connections")).containsText("Ben Amari");
      assertThat(ben.listed("Mutual connections")).containsText("Ada Okafor");

      ada.page().reload();
      ada.isInSync();
      assertThat(ada.listed("Mutual connections")).containsText("Ben Amari");

      theyPart(ada, ben);
      assertThat(ada.complaints()).isEmpty();
      assertThat(ben.complaints()).isEmpty();
    }
  }

  private static void theyPart(Visitor ada, Visitor ben) {
    ada.listed("Mutual connections").getByRole(AriaRole.LINK).click();
    assertThat(ada.page().getByLabel("What happened")).containsText("accepted");
    ada.button("Remove connection").click();
    ada.dialog().getByText("Remove", exactly()).click();
    assertThat(ada.heading("No connections yet")).isVisible();
    assertThat(ben.heading("No connections yet")).isVisible();

    ada.button("Block Ben Amari").click();
    ada.dialog().getByText("Block", exactly()).click();
    assertThat(ada.heading("You block Ben Amari")).isVisible();
    ben.opensList("People");
    ben.field("Search people").fill(ada.username());
    assertThat(ben.heading("Nobody found")).isVisible();
    ada.button("Unblock").click();
    assertThat(ada.heading("You and Ben Amari are not connected")).isVisible();
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  @Test
  void a_lost_network_is_shown_and_made_up_for_without_doubles() {
    Person cai = people.register("cai");
    Person dov = people.register("dov");
    try (Visitor ada = TheBrowser.visitor(server).registers("Ada Lost")) {
      ada.opensList("Requests");
      request(cai, ada);
      assertThat(ada.listed("Requests to you")).hasCount(1);

      ada.context().setOffline(true);
      assertThat(ada.sync()).hasText("Offline");
      request(dov, ada);
      assertThat(ada.listed("Requests to you")).hasCount(1);

      ada.context().setOffline(false);
      ada.isInSync();
      assertThat(ada.listed("Requests to you")).hasCount(2);
      ada.page().reload();
      ada.isInSync();
      assertThat(ada.listed("Requests to you")).hasCount(2);
    }
  }

  @Test
  void a_second_tab_changes_live_and_ends_with_the_sign_in() {
    Person cai = people.register("cai");
    try (Visitor ada = TheBrowser.visitor(server).registers("Ada Twice")) {
      Page second = ada.openTab();
      second.navigate("/requests");
      assertThat(second.getByTestId("sync")).containsText("In sync");
      request(cai, ada);
      String accept = "Accept " + cai.username() + "’s request";
      Page.GetByRoleOptions named = new Page.GetByRoleOptions().setName(accept);
      assertThat(second.getByRole(AriaRole.BUTTON, named)).isVisible();

      ada.opensList("Requests");
      ada.button(accept).click();
      assertThat(second.getByRole(AriaRole.BUTTON, named)).hasCount(0);

      ada.button("More").click();
      ada.page().getByRole(AriaRole.MENUITEM, named("Sign out")).click();
      assertThat(ada.heading("Sign in")).isVisible();
      assertThat(second.getByText("You are signed out.")).isVisible();
      assertThat(second).hasURL(Pattern.compile("/sign-in$"));
    }
  }

  @Test
  void who_was_rejected_is_told_when_they_may_ask_again() {
    Person cai = people.register("cai");
    try (Visitor ada = TheBrowser.visitor(server).registers("Ada Rejected")) {
      ada.opens("/people/" + cai.username());
      ada.button("Connect").click();
      ada.button("Send the request").click();
      assertThat(ada.heading("Your request waits for an answer")).isVisible();
      String request = cai.get("connections/?status=pending").path("items[0].id");
      cai.rejects(request).then().statusCode(200);

      assertThat(ada.page().getByLabel("Why you cannot send a request"))
          .containsText("Wait before asking again");
      ada.button("Connect").click();
      ada.button("Send the request").click();
      assertThat(ada.dialog().getByRole(AriaRole.ALERT)).containsText("You can ask again on");
      assertThat(ada.complaints()).allMatch(complaint -> complaint.contains("409"));
    }
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static void request(Person sender, Visitor receiver) {
    sender.post("connections/", Map.of("receiver", receiver.username())).then().statusCode(201);
  }
}
