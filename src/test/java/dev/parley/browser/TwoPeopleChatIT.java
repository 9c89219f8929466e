package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two people at two browsers write to each other: live, through a reload and without a network. */
class TwoPeopleChatIT {
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

  @Test
  void they_write_answer_react_edit_and_delete_and_see_it_at_once() {
    ada.connectsWith(ben);
    try (Writer atAda = at(ada);
        Writer atBen = at(ben)) {
      atAda.opens(ben.username()).writes("The greys are **warmer** now");
      assertThat(atAda.receipt("Delivered")).isVisible();
      assertThat(atBen.inList(ada.username()).getByLabel("1 unread")).isVisible();
      assertThat(atBen.inList(ada.username())).containsText("The greys are warmer now");
      assertThat(atBen.page()).hasTitle(Writer.titleWithCount(1));

      atBen.opens(ada.username());
      assertThat(atBen.message("warmer").locator("strong")).hasText("warmer");
      assertThat(atAda.receipt("Read")).isVisible();
      assertThat(atBen.inList(ada.username()).getByLabel("1 unread")).hasCount(0);
      assertThat(atBen.page()).hasTitle("Parley");

      atBen.acts("warmer", "Reply").writes("Much better");
      assertThat(atAda.message("Much better").locator(".quote"))
          .containsText("The greys are warmer");
      atAda.acts("Much better", "React");
      atAda.visitor().button("React with 🎉").click();
      atBen.message("Much better").getByLabel("🎉 1").click();
      assertThat(atAda.message("Much better").getByLabel("🎉 2, yours")).isVisible();

      atAda.composer().press("ArrowUp");
      assertThat(atAda.composer()).hasValue("The greys are **warmer** now");
      atAda.composer().fill("The greys are warm");
      atAda.visitor().opensList("People");
      atAda.opens(ben.username());
      assertThat(atAda.page().getByText("Edit your message")).isVisible();
      assertThat(atAda.composer()).hasValue("The greys are warm");
      atAda.composer().press("Enter");
      assertThat(atBen.message("The greys are warm").getByText("edited")).isVisible();
      atBen.acts("Much better", "Delete");
      atBen.visitor().dialog().getByText("Delete", exactly()).click();
      assertThat(atAda.message("This message was deleted")).isVisible();
      assertThat(atAda.message("Much better")).hasCount(0);
      assertThat(atAda.visitor().complaints()).isEmpty();
      assertThat(atBen.visitor().complaints()).isEmpty();
    }
  }

  private static com.microsoft.playwright.Locator.GetByTextOptions exactly() {
    return new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true);
  }

  @Test
  void what_could_not_be_sent_survives_a_reload_and_is_sent_once() {
    ada.connectsWith(ben);
    try (Writer atAda = at(ada)) {
      atAda.opens(ben.username()).writes("before");
      assertThat(atAda.receipt("Sent")).isVisible();
      cutOff(atAda);
      atAda.writes("kept in the outbox");
      atAda.writes("and this after it");
      assertThat(atAda.receipt("Sending")).hasCount(1);

      atAda.page().reload();
      assertThat(atAda.message("kept in the outbox")).isVisible();
      assertThat(atAda.message("and this after it")).isVisible();
      atAda.visitor().context().unrouteAll();
      assertThat(atAda.receipt("Sending")).hasCount(0);
      assertThat(atAda.receipt("Sent")).isVisible();
      assertThat(bodies()).containsExactly("before", "kept in the outbox", "and this after it");
      assertThat(atAda.message("kept in the outbox")).hasCount(1);
    }
  }

  /** Nothing can be sent any more, neither over a live session nor by a call; pages still load. */
  private static void cutOff(Writer writer) {
    writer.visitor().context().route("**/ws-ticket/", Route::abort);
    writer.visitor().context().route("**/messages/", Route::abort);
    writer.visitor().context().setOffline(true);
    assertThat(writer.visitor().sync()).hasText("Offline");
    writer.visitor().context().setOffline(false);
  }

  @Test
  void nothing_is_lost_and_nothing_comes_twice_when_one_is_offline_for_a_while() {
    ada.connectsWith(ben);
    try (Writer atAda = at(ada);
        Writer atBen = at(ben)) {
      atAda.opens(ben.username());
      atBen.opens(ada.username());
      atAda.visitor().context().setOffline(true);
      assertThat(atAda.visitor().sync()).hasText("Offline");
      atAda.writes("written offline");
      atBen.writes("one").writes("two").writes("three");
      assertThat(atBen.receipt("Sent")).isVisible();
      assertThat(atAda.receipt("Sending")).isVisible();

      atAda.visitor().context().setOffline(false);
      atAda.visitor().isInSync();
      for (String text : List.of("one", "two", "three", "written offline")) {
        assertThat(atAda.message(text)).hasCount(1);
        assertThat(atBen.message(text)).hasCount(1);
      }
      assertThat(bodies()).containsExactly("one", "two", "three", "written offline");
    }
  }

  @Test
  void three_people_talk_in_a_group() {
    Person cai = people.register("cai");
    ada.connectsWith(ben);
    ada.connectsWith(cai);
    try (Writer atAda = at(ada);
        Writer atBen = at(ben);
        Writer atCai = at(cai)) {
      atAda.visitor().opensList("Chats").button("New message").click();
      atAda.visitor().button("New group").click();
      atAda.visitor().field("Name of the group").fill("Harbour crew");
      atAda.visitor().dialog().getByLabel(ben.username(), named()).check();
      atAda.visitor().dialog().getByLabel(cai.username(), named()).check();
      atAda.visitor().button("Create").click();
      atAda.composer().waitFor();
      atBen.opens("Harbour crew");
      atCai.opens("Harbour crew");

      atBen.composer().pressSequentially("Who brings the boat? @" + ada.username().substring(0, 6));
      assertThat(atBen.page().getByRole(AriaRole.OPTION)).hasCount(1);
      atBen.composer().press("Tab");
      atBen.composer().press("Enter");
      assertThat(atAda.message("Who brings the boat").locator(".mention"))
          .hasText("@" + ada.username());
      atCai.writes("I can");
      assertThat(atAda.message("I can")).containsText(cai.username());

      atAda.visitor().button("More about " + cai.username()).click();
      atAda.page().getByText("Remove from the group").click();
      assertThat(atCai.visitor().heading("This conversation is not here")).isVisible();
      assertThat(atAda.page().getByLabel("Members", exact()).getByText("@" + cai.username()))
          .hasCount(0);
    }
  }

  private static com.microsoft.playwright.Locator.GetByLabelOptions named() {
    return new com.microsoft.playwright.Locator.GetByLabelOptions().setExact(true);
  }

  private static com.microsoft.playwright.Page.GetByLabelOptions exact() {
    return new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true);
  }

  @Test
  void the_composer_closes_with_the_connection_and_the_history_stays() {
    String connection = ada.connectsWith(ben);
    try (Writer atAda = at(ada)) {
      atAda.opens(ben.username()).writes("goodbye");
      assertThat(atAda.receipt("Sent")).isVisible();
      ben.removes(connection).then().statusCode(204);
      assertThat(atAda.closedComposer()).isVisible();
      assertThat(atAda.composer()).hasCount(0);
      assertThat(atAda.message("goodbye")).isVisible();
    }
  }

  @Test
  void a_long_history_is_read_back_without_jumps_and_left_by_one_press() {
    ada.connectsWith(ben);
    String conversation = conversationOf(ada, ben);
    for (int count = 1; count <= 150; count++) {
      say(ben, conversation, "message " + count + ".");
    }
    try (Writer atAda = at(ada)) {
      atAda.opens(ben.username());
      assertThat(atAda.page().getByText("New messages")).isVisible();
      assertThat(atAda.message("message 1.")).isVisible();
      atAda.visitor().button(java.util.regex.Pattern.compile("^Jump to the newest")).click();
      assertThat(atAda.message("message 150.")).isInViewport();
      assertThat(atAda.inList(ben.username()).getByLabel("unread")).hasCount(0);

      atAda.log().focus();
      atAda.page().keyboard().press("Home");
      assertThat(atAda.message("message 1.")).isVisible();
      say(ben, conversation, "one more");
      assertThat(atAda.visitor().button("Jump to the newest, 1 unread")).isVisible();
      assertThat(atAda.message("message 1.")).isInViewport();
    }
  }

  private List<String> bodies() {
    String conversation = conversationOf(ada, ben);
    return ada.get("conversations/" + conversation + "/messages/")
        .jsonPath()
        .getList("items.body", String.class);
  }

  private static String conversationOf(Person one, Person other) {
    JsonPath answer = one.post("conversations/", Map.of("username", other.username())).jsonPath();
    return answer.getString("id");
  }

  private static void say(Person sender, String conversation, String body) {
    Map<String, String> message = Map.of("client_id", UUID.randomUUID().toString(), "body", body);
    sender.post("conversations/" + conversation + "/messages/", message).then().statusCode(201);
  }
}
