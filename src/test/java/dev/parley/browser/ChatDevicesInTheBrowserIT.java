package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What one does on a device shows on the others, and what others do shows here, as they allow. */
class ChatDevicesInTheBrowserIT {
  /** Notifications that a page would show, kept for looking at instead. */
  private static final String NOTE_NOTIFICATIONS =
      """
      () => {
        window.told = [];
        window.Notification = class {
          static permission = 'granted';
          constructor(title, { body }) { window.told.push(title + ': ' + body); }
          close() {}
        };
        Object.defineProperty(document, 'hidden', { get: () => true });
      }""";

  private final ParleyServer server = ParleyServer.shared();
  private final People people = new People(server);
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");

  @BeforeAll
  static void a_busy_machine_is_given_time() {
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
  }

  private Writer at(Person person) {
    return Writer.at(TheBrowser.visitor(server), person);
  }

  private static Locator choice(Writer writer, String label) {
    return writer.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  @Test
  void a_draft_and_what_was_set_aside_are_the_same_on_both_devices() {
    ada.connectsWith(ben);
    Person cleo = people.register("cleo");
    ada.connectsWith(cleo);
    try (Writer desk = at(ada);
        Writer phone = at(ada)) {
      desk.opens(ben.username());
      desk.composer().fill("I was about to say");
      phone.visitor().opensList("Chats");
      assertThat(phone.inList(ben.username())).containsText("Draft: I was about to say");
      phone.opens(ben.username());
      assertThat(phone.composer()).hasValue("I was about to say");
      phone.composer().press("Enter");
      assertThat(desk.composer()).hasValue("");
      assertThat(desk.message("I was about to say")).hasCount(1);

      phone.opens(cleo.username());
      choice(desk, "Pin to the top").press("Space");
      assertThat(phone.visitor().listed("Chats").first()).containsText(ben.username());
      assertThat(choice(desk, "Pin to the top")).isFocused();
      choice(desk, "Mute notifications").click();
      assertThat(phone.inList(ben.username()).getByLabel("Muted")).isVisible();
      choice(desk, "Archive").click();
      assertThat(phone.inList(ben.username())).hasCount(0);
      phone.visitor().button(Pattern.compile("^Archived · 1")).click();
      assertThat(phone.visitor().listed("Archived chats")).hasCount(1);
    }
  }

  @Test
  void a_draft_that_a_program_of_mine_sends_leaves_the_composer() {
    ada.connectsWith(ben);
    String messages = "conversations/" + conversation() + "/messages/";
    try (Writer desk = at(ada)) {
      desk.opens(ben.username());
      desk.composer().fill("On my way");
      desk.visitor().opensList("Chats");
      assertThat(desk.inList(ben.username())).containsText("Draft: On my way");
      desk.opens(ben.username());
      assertThat(desk.composer()).hasValue("On my way");
      ada.post(messages, Map.of("client_id", "1", "body", "On my way")).then().statusCode(201);
      assertThat(desk.composer()).hasValue("");
      assertThat(desk.message("On my way")).hasCount(1);
    }
  }

  private String conversation() {
    return ada.post("conversations/", Map.of("username", ben.username())).path("id");
  }

  @Test
  void who_is_here_types_and_reads_is_seen_as_far_as_they_show_it() {
    ada.connectsWith(ben);
    try (Writer atAda = at(ada)) {
      atAda.opens(ben.username()).writes("hello");
      try (Writer atBen = at(ben)) {
        assertThat(atAda.page().locator(".thread-status")).hasText("Online");
        atBen.opens(ada.username());
        assertThat(atAda.receipt("Read")).isVisible();
        atBen.composer().pressSequentially("hm");
        assertThat(atAda.page().getByLabel("is typing")).isVisible();
        assertThat(atAda.inList(ben.username())).containsText("typing…");

        ben.patch("me/settings/", Map.of("read_receipts", false, "presence_visible", false));
        assertThat(atAda.receipt("Read")).hasCount(0);
        assertThat(atAda.receipt("Sent")).isVisible();
        assertThat(atAda.page().locator(".thread-status")).not().hasText("Online");
        ben.patch("me/settings/", Map.of("read_receipts", true, "presence_visible", true));
        assertThat(atAda.receipt("Read")).isVisible();
        assertThat(atAda.page().locator(".thread-status")).hasText("Online");
      }
      assertThat(atAda.page().locator(".thread-status")).hasText(Pattern.compile("^Last seen"));
    }
  }

  @Test
  void what_is_refused_says_so_and_a_hidden_page_tells_of_messages() {
    String connection = ada.connectsWith(ben);
    ada.patch("me/settings/", Map.of("browser_notifications", true)).then().statusCode(200);
    try (Writer atAda = at(ada);
        Writer atBen = at(ben)) {
      atBen.opens(ada.username());
      atAda.visitor().opensList("People");
      atAda.page().evaluate(NOTE_NOTIFICATIONS);
      atBen.writes("are you around?");
      atAda.page().waitForFunction("() => window.told.length > 0");
      assertThat(atAda.page().evaluate("() => window.told"))
          .isEqualTo(List.of(ben.username() + ": are you around?"));

      atBen.visitor().context().setOffline(true);
      assertThat(atBen.visitor().sync()).hasText("Offline");
      atBen.writes("too late");
      ada.removes(connection).then().statusCode(204);
      atBen.visitor().context().setOffline(false);
      assertThat(atBen.page().getByText("Not sent. You are not connected any more.")).isVisible();
      assertThat(atBen.closedComposer()).isVisible();
      atBen.visitor().button("Try again").click();
      assertThat(atBen.page().getByText("Not sent. You are not connected any more.")).isVisible();
      atBen.visitor().button("Discard").click();
      assertThat(atBen.message("too late")).hasCount(0);
    }
  }
}
