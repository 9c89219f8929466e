package dev.parley.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.parley.journey.Administrator;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every screen, light and dark, wide and narrow: no violation of axe's rules, none of the content
 * policy, no error in the console, nothing that sticks out to the side but code, which scrolls.
 */
class EveryScreenIT {
  private static final List<Integer> WIDTHS = List.of(1280, 390);
  private static final String EXCESS =
      """
      () => [...document.querySelectorAll('*')]
        .filter(it => it === document.documentElement
          || ['auto', 'scroll'].includes(getComputedStyle(it).overflowX))
        .filter(it => it.tagName !== 'PRE' && it.scrollWidth > it.clientWidth)
        .map(it => `${it.tagName}.${it.className} sticks out by ${it.scrollWidth - it.clientWidth} px`)
      """;
  private static final String LONG_NAME =
      "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh-Cholmondel";
  private static final List<ColorScheme> THEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);

  private final ParleyServer server = ParleyServer.shared();
  private final People people = new People(server);
  private final List<String> findings = new ArrayList<>();

  @Test
  void on_the_way_in_everybody_can_see_and_use_everything() {
    try (Visitor guest = TheBrowser.visitor(server)) {
      prepare(guest);
      examine(guest, "/sign-in", () -> shows(guest, "Sign in"));
      examine(guest, "/register", () -> shows(guest, "Make an account"));
      examine(guest, "/setup?token=none", () -> shows(guest, "Welcome"));
      examine(guest, "/reset-password?token=none", () -> shows(guest, "Choose a new password"));
      assertThat(findings).isEmpty();
      assertThat(guest.complaints()).isEmpty();
    }
  }

  @Test
  void inside_everybody_can_see_and_use_everything() {
    Person mia = people.register("mia");
    Person[] others = acquaintancesOf(mia);
    try (Visitor visitor = TheBrowser.visitor(server).signsIn(mia)) {
      prepare(visitor);
      examine(visitor, "/people", () -> shows(visitor, "People reach each other"));
      visitor.button(Pattern.compile("connection request$")).first().click();
      examineHere(visitor, "request dialog", () -> visible(visitor, "Send the request"));
      examine(visitor, "/people", () -> shows(visitor, "People reach each other"));
      visitor.button(Pattern.compile("^Notifications")).click();
      examineHere(visitor, "bell list", () -> visible(visitor, "Mark all read"));
      examine(visitor, "/requests", () -> shows(visitor, "Ignored"));
      visitor.button("More").click();
      examineHere(visitor, "menu", () -> visible(visitor, "Sign out"));
      examine(visitor, "/connections", () -> visible(visitor, others[0].username()));
      examine(visitor, at("connections", others[0]), () -> visible(visitor, "Remove connection"));
      visitor.button("Remove connection").click();
      examineHere(visitor, "remove dialog", () -> visible(visitor, "You will no longer be"));
      examine(visitor, at("requests", others[1]), () -> visible(visitor, "asks to connect"));
      examine(visitor, at("requests", others[2]), () -> visible(visitor, "You ignore this"));
      examine(visitor, at("requests", others[3]), () -> visible(visitor, "waits for an answer"));
      examine(visitor, at("people", others[4]), () -> visible(visitor, "You block"));
      examine(
          visitor,
          at("people", others[5]),
          () -> visible(visitor, "does not take connection requests"));
      examine(visitor, "/notifications", () -> shows(visitor, "Notifications"));
      examine(visitor, "/links", () -> visible(visitor, "uses left"));
      visitor.button("Show as a QR code").click();
      examineHere(visitor, "QR code", () -> visible(visitor, "Address"));
      String link = others[5].post("connection-links/", Map.of()).path("url");
      examine(visitor, URI.create(link).getPath(), () -> shows(visitor, "invites you to connect"));
      examine(visitor, "/settings", () -> visible(visitor, "this device"));
      examine(visitor, "/blocked", () -> visible(visitor, "Unblock"));
      assertThat(findings).isEmpty();
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @Test
  void in_the_chats_everybody_can_see_and_use_everything() {
    Person mia = people.register("mia");
    Person friend = people.register("friend");
    mia.connectsWith(friend);
    String chat = talk(mia, Map.of("username", friend.username()));
    friend.post(chat + "messages/", message("A *list*:\n\n1. one\n2. `two`\n\n> quoted"));
    String first = mia.post(chat + "messages/", message("Seen? https://example.org")).path("id");
    friend.put(chat + "messages/" + first + "/reactions/%F0%9F%91%8D/");
    friend.post(
        chat + "messages/", message("```\n" + "a very long line of code ".repeat(12) + "\n```"));
    String group =
        talk(mia, Map.of("title", "Harbour crew", "members", List.of(friend.username())));
    friend.post(group + "messages/", message("Hello @" + mia.username()));
    try (Visitor visitor = TheBrowser.visitor(server).signsIn(mia)) {
      prepare(visitor);
      examine(visitor, "/chats", () -> visible(visitor, "Harbour crew"));
      visitor.button("New message").click();
      examineHere(visitor, "new message", () -> visible(visitor, "New group"));
      visitor.button("New group").click();
      examineHere(visitor, "new group", () -> visible(visitor, "Name of the group"));
      examine(visitor, chats(chat), () -> visible(visitor, "very long line"));
      examine(visitor, chats(chat) + "info", () -> visible(visitor, "Mute notifications"));
      examine(visitor, chats(group), () -> visible(visitor, "Hello"));
      examine(visitor, chats(group) + "info", () -> visible(visitor, "Leave the group"));
      examine(visitor, chats(chat), () -> visible(visitor, "very long line"));
      visitor.button("Emoji").click();
      examineHere(visitor, "emoji", () -> visible(visitor, "Smileys & emotion"));
      examine(visitor, chats(chat), () -> visible(visitor, "very long line"));
      visitor.page().locator("[data-key]").last().press("Enter");
      examineHere(visitor, "message sheet", () -> visible(visitor, "Copy the text"));
      examine(visitor, chats(chat), () -> visible(visitor, "very long line"));
      visitor.page().locator("[data-key]").last().press("ArrowUp");
      visitor.page().keyboard().press("?");
      examineHere(visitor, "shortcuts", () -> visible(visitor, "Next conversation"));
      assertThat(findings).isEmpty();
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @Test
  void in_the_administration_everything_can_be_seen_and_used() {
    Administrator root = Administrator.of(server);
    Person mia = people.register("mia");
    Person friend = people.register("friend");
    mia.patch("me/", Map.of("display_name", LONG_NAME)).then().statusCode(200);
    mia.requestsConnectionTo(friend);
    String news =
        root.posts("announcements/", Map.of("level", "warning", "text", "Wet paint. ".repeat(20)))
            .path("id");
    try (Desk desk = Desk.of(server)) {
      Visitor visitor = desk.visitor();
      prepare(visitor);
      examine(visitor, "/admin", () -> shows(visitor, "The last hour"));
      examine(visitor, "/admin/monitor", () -> visible(visitor, "Journal lag"));
      examine(visitor, "/admin/users?q=" + mia.username(), () -> visible(visitor, mia.username()));
      visitor.button("Add a user").click();
      examineHere(visitor, "add a user", () -> visible(visitor, "Display name (optional)"));
      examine(visitor, "/admin/users/" + mia.username(), () -> visible(visitor, "Delete"));
      examine(visitor, "/admin/import", () -> visible(visitor, "Choose a CSV file"));
      examine(
          visitor,
          "/admin/connections?q=" + mia.username(),
          () -> visible(visitor, friend.username()));
      examine(
          visitor,
          "/admin/pair?a=" + mia.username() + "&b=" + friend.username(),
          () -> visible(visitor, "sent the request"));
      examine(visitor, "/admin/audit", () -> visible(visitor, "Announcement published"));
      visitor.button(Pattern.compile("^Details of")).first().click();
      examineHere(visitor, "details", () -> visible(visitor, "Address"));
      examine(visitor, "/admin/announcements", () -> visible(visitor, "Wet paint."));
      visitor.button("Announce something").click();
      examineHere(visitor, "announce", () -> visible(visitor, "Until (optional)"));
      examine(visitor, "/admin/settings", () -> visible(visitor, "parley.name"));
      assertThat(findings).isEmpty();
      assertThat(visitor.complaints()).isEmpty();
    } finally {
      root.deletes("announcements/" + news + "/").then().statusCode(204);
    }
  }

  /** A conversation's path under the API. */
  private static String talk(Person founder, Map<String, Object> with) {
    return "conversations/" + founder.post("conversations/", with).path("id") + "/";
  }

  private static String chats(String talk) {
    return "/" + talk.replace("conversations/", "chats/");
  }

  private static Map<String, Object> message(String body) {
    return Map.of("client_id", UUID.randomUUID().toString(), "body", body);
  }

  /**
   * One connected, one who asks, one ignored, one asked, one blocked, one who takes no requests.
   */
  private Person[] acquaintancesOf(Person mia) {
    Person[] others =
        List.of("friend", "asker", "ignored", "asked", "blocked", "closed").stream()
            .map(people::register)
            .toArray(Person[]::new);
    others[1].patch("me/", Map.of("display_name", LONG_NAME)).then().statusCode(200);
    mia.connectsWith(others[0]);
    others[1].post(
        "connections/", Map.of("receiver", mia.username(), "note", "Hello. ".repeat(30)));
    mia.ignores(others[2].requestsConnectionTo(mia)).then().statusCode(200);
    mia.requestsConnectionTo(others[3]);
    mia.blocks(others[4]).then().statusCode(204);
    others[5].patch("me/settings/", Map.of("who_may_request_me", "nobody")).then().statusCode(200);
    mia.post("connection-links/", Map.of("uses", 5)).then().statusCode(201);
    return others;
  }

  private static String at(String list, Person person) {
    return "/" + list + "/" + person.username();
  }

  private static void prepare(Visitor visitor) {
    visitor
        .page()
        .emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
  }

  private static void shows(Visitor visitor, String heading) {
    PlaywrightAssertions.assertThat(visitor.heading(heading).first()).isVisible(patiently());
  }

  private static void visible(Visitor visitor, String text) {
    PlaywrightAssertions.assertThat(visitor.page().getByText(text).filter(onlyVisible()).first())
        .isVisible(patiently());
  }

  private static Locator.FilterOptions onlyVisible() {
    return new Locator.FilterOptions().setVisible(true);
  }

  private static LocatorAssertions.IsVisibleOptions patiently() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(20_000);
  }

  private void examine(Visitor visitor, String path, Runnable shown) {
    visitor.page().setViewportSize(1280, 800);
    visitor.opens(path);
    examineHere(visitor, path, shown);
  }

  private void examineHere(Visitor visitor, String screen, Runnable shown) {
    shown.run();
    Page page = visitor.page();
    for (int width : WIDTHS) {
      page.setViewportSize(width, 844);
      if (width == 1280) {
        shown.run();
      }
      for (ColorScheme theme : THEMES) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
        page.waitForFunction(
            "theme => document.documentElement.dataset.mantineColorScheme === theme",
            theme.name().toLowerCase(Locale.ROOT));
        List<String> rules = theme == ColorScheme.LIGHT ? List.of() : Accessibility.OF_COLOURS;
        Accessibility.violations(page, rules).stream()
            .map(
                violation ->
                    screen + " " + page.viewportSize().width + " " + theme + ": " + violation)
            .forEach(findings::add);
      }
      ((List<?>) page.evaluate(EXCESS))
          .forEach(excess -> findings.add(screen + " at " + width + ": " + excess));
    }
    page.setViewportSize(1280, 800);
  }
}
