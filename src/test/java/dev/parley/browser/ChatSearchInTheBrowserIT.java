package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody looks for what was said: it is marked, narrowed, and leads to its place. */
class ChatSearchInTheBrowserIT {
  private final ParleyServer server = ParleyServer.shared();
  private final People people = new People(server);
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");
  private final Person cleo = people.register("cleo");

  @BeforeAll
  static void a_busy_machine_is_given_time() {
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
  }

  private static String with(Person one, Person other) {
    one.connectsWith(other);
    return one.post("conversations/", Map.of("username", other.username())).path("id");
  }

  private static void says(Person sender, String conversation, String body) {
    Map<String, String> message = Map.of("client_id", UUID.randomUUID().toString(), "body", body);
    sender.post("conversations/" + conversation + "/messages/", message).then().statusCode(201);
  }

  @Test
  void what_was_said_long_ago_is_found_marked_and_shown_in_its_place() {
    String withBen = with(ada, ben);
    String withCleo = with(ada, cleo);
    says(ben, withBen, "The lighthouse keeper called");
    for (int line = 1; line <= 130; line++) {
      says(ben, withBen, "line " + line + ".");
    }
    says(ada, withCleo, "Which lighthouse?");
    try (Writer atAda = Writer.at(TheBrowser.visitor(server), ada)) {
      atAda.opens(cleo.username());
      Locator hits = atAda.visitor().listed("Messages found");
      searches(atAda, "LIGHTHOUSE", hits, 2);
      assertThat(hits.first().locator("mark")).hasText("lighthouse");

      narrows(atAda, "Where", cleo.username());
      assertThat(hits).hasCount(1);
      assertThat(hits).containsText("Which");
      narrows(atAda, "Where", "All chats");
      narrows(atAda, "From whom", ben.username());
      assertThat(hits).hasCount(1);
      assertThat(hits).containsText("keeper called");
      narrows(atAda, "Since when", "Last week");
      assertThat(hits).hasCount(1);

      hits.getByRole(AriaRole.LINK).click();
      assertThat(atAda.message("The lighthouse keeper called")).isInViewport();
      assertThat(atAda.message("line 130.")).hasCount(0);
      // What one writes while reading far back is shown where it belongs.
      atAda.writes("I called back");
      assertThat(atAda.message("I called back")).isInViewport();
      assertThat(atAda.message("line 130.")).isInViewport();

      hits.getByRole(AriaRole.LINK).click();
      assertThat(atAda.message("The lighthouse keeper called")).isInViewport();
      atAda.visitor().button(Pattern.compile("^Jump to the newest")).click();
      assertThat(atAda.message("I called back")).isInViewport();

      atAda.page().locator("#chat-search").fill("zzzyzx");
      assertThat(atAda.page().getByText("Nothing found")).isVisible();
      atAda.page().locator("#chat-search").press("Escape");
      assertThat(atAda.inList(ben.username())).isVisible();
      assertThat(atAda.visitor().complaints()).isEmpty();
    }
  }

  @Test
  void what_was_found_is_seen_in_its_row_wide_and_narrow() {
    String withBen = with(ada, ben);
    says(ben, withBen, "and another thing ".repeat(40) + "before we deploy it on Friday");
    try (Writer atAda = Writer.at(TheBrowser.visitor(server), ada)) {
      atAda.visitor().opensList("Chats");
      Locator hits = atAda.visitor().listed("Messages found");
      searches(atAda, "deploy", hits, 1);
      for (int width : new int[] {1280, 390}) {
        atAda.page().setViewportSize(width, 800);
        BoundingBox line = hits.locator(".search-line").boundingBox();
        BoundingBox mark = hits.locator("mark").boundingBox();
        assertThat(mark.y + mark.height).isLessThanOrEqualTo(line.y + line.height + 1);
        assertThat(mark.x + mark.width).isLessThanOrEqualTo(line.x + line.width + 1);
        assertThat(hits.locator(".search-line")).containsText(ben.username());
      }
    }
  }

  /** What was said just now can be found a little later. */
  private static void searches(Writer writer, String words, Locator hits, int count) {
    Locator field = writer.page().locator("#chat-search");
    for (int tries = 0; tries < 20; tries++) {
      field.fill(words);
      hits.or(writer.page().getByText("Nothing found")).first().waitFor();
      if (hits.count() == count) {
        return;
      }
      field.fill("");
      hits.first()
          .waitFor(
              new Locator.WaitForOptions()
                  .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
    }
    assertThat(hits).hasCount(count);
  }

  private static void narrows(Writer writer, String what, String to) {
    Locator choice =
        writer
            .page()
            .getByLabel(what, new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true));
    List<String> chosen =
        choice.selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(to));
    assertThat(chosen).hasSize(1);
  }
}
