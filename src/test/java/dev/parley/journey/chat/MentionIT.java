package dev.parley.journey.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Sight;
import dev.parley.journey.Talk;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom a message mentions, as everybody is told. */
class MentionIT {
  private final People people = new People(ParleyServer.shared());
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");
  private final Talk talk = Talk.between(ada, ben);
  private final String name = "@" + ben.username();

  private List<String> mentioned(String body) {
    return talk.says(ada, body).getList("mentions");
  }

  @Test
  void a_name_in_code_or_in_an_address_calls_nobody() {
    List<String> bodies =
        List.of(
            "`%s`",
            "```\n%s\n```",
            "    %s",
            "https://example.org/%s",
            "www.example.org/(%s)",
            "<https://example.org/%s>",
            "[here](https://example.org/%s)",
            "[here](%s)",
            "[here]\n\n[here]: https://example.org/%s");
    assertThat(bodies).allSatisfy(body -> assertThat(mentioned(body.formatted(name))).isEmpty());
    assertThat(ben.get("notifications/").asString()).doesNotContain("message.mentioned");
  }

  @Test
  void a_name_calls_its_member_whatever_markup_or_sign_is_beside_it() {
    List<String> bodies =
        List.of("_%s_", "__%s__", "~~**%s**~~", "%s- please", "%s_", "> %s", "&#64;%2$s");
    assertThat(bodies)
        .allSatisfy(
            body ->
                assertThat(mentioned(body.formatted(name, ben.username())))
                    .containsExactly(ben.username()));
  }

  @Test
  void the_longest_name_of_a_member_is_meant() {
    Person longer = people.registerExactly(ben.username() + ".b");
    ada.connectsWith(longer);
    Talk group = Talk.group(ada, "Three", ben, longer);
    assertThat(group.says(ada, name + ".b. Hello!").getList("mentions"))
        .containsExactly(longer.username());
    assertThat(group.says(ada, name + ".c, hello!").getList("mentions"))
        .containsExactly(ben.username());
  }

  @Test
  void a_stranger_with_the_name_of_a_member_who_is_gone_is_not_mentioned() {
    talk.says(ada, name + " and @" + ada.username());
    String edited = talk.says(ada, "hello").getString("id");
    talk.edits(ada, edited, "hello " + name).then().body("mentions", contains(ben.username()));
    ben.delete("me/").then().statusCode(204);
    people.registerExactly(ben.username());

    List<List<String>> mentions = talk.page(ada, "limit=9").jsonPath().getList("items.mentions");
    assertThat(mentions).containsExactlyInAnyOrder(List.of(ada.username()), List.of());
    assertThat(lastMentionsOf(talk)).isEmpty();
  }

  private List<String> lastMentionsOf(Talk conversation) {
    return ada.get("snapshot/")
        .jsonPath()
        .getList(
            "conversations.find { it.id == '%s' }.last_message.mentions"
                .formatted(conversation.id()));
  }

  @Test
  void who_has_left_a_group_that_mentions_them_is_named_there_until_their_account_goes() {
    Talk group = Talk.group(ada, "Two", ben);
    group.says(ada, name);
    group.removes(ben, ben).then().statusCode(204);
    assertThat(lastMentionsOf(group)).containsExactly(ben.username());
    Sight adas = Sight.of(ada);
    ben.delete("me/").then().statusCode(204);
    assertThat(lastMentionsOf(group)).isEmpty();
    assertThat(adas.subjects()).contains(group.id());
  }
}
