package dev.parley.journey.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Talk;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

/** Reactions to messages: counted by emoji, each person's own, and not without end. */
class ReactionIT {
  private final People people = new People(ParleyServer.shared());
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");
  private final Talk talk = Talk.between(ada, ben);

  @Test
  void reactions_are_counted_and_mine_is_mine() {
    String message = talk.says(ada, "cake").getString("id");
    try (LiveClient adas = ada.opensLiveSession()) {
      adas.saysHello();
      talk.reacts(ben, message, "👍").then().statusCode(204);
      talk.reacts(ben, message, "👍").then().statusCode(204);
      JsonPath changed = adas.awaitEvent("reaction.changed");
      assertThat(changed.getString("data.reactions[0].emoji")).isEqualTo("👍");
      assertThat(changed.getBoolean("data.reactions[0].mine")).isFalse();
      adas.settles();
      assertThat(adas.texts().stream().filter(text -> text.contains("reaction.changed")))
          .hasSize(1);
    }
    talk.reacts(ada, message, "👍").then().statusCode(204);
    talk.reacts(ada, message, "❤️").then().statusCode(204);
    talk.page(ada, "limit=9")
        .then()
        .body("items[0].reactions.emoji", contains("👍", "❤️"))
        .body("items[0].reactions.count", contains(2, 1))
        .body("items[0].reactions.mine", contains(true, true));
    talk.page(ben, "limit=9").then().body("items[0].reactions.mine", contains(true, false));

    talk.takesBack(ada, message, "👍").then().statusCode(204);
    talk.takesBack(ada, message, "👍").then().statusCode(204);
    talk.page(ada, "limit=9")
        .then()
        .body("items[0].reactions.count", contains(1, 1))
        .body("items[0].reactions.mine", contains(false, true));
    talk.reacts(ada, message, "nice").then().statusCode(400).body("code", equalTo("invalid_emoji"));
  }

  @Test
  void a_message_has_fifty_different_reactions_at_most() {
    String message = talk.says(ada, "hm").getString("id");
    for (int face = 0x1F600; face < 0x1F600 + 50; face++) {
      talk.reacts(ben, message, Character.toString(face)).then().statusCode(204);
    }
    talk.reacts(ada, message, Character.toString(0x1F600)).then().statusCode(204);
    talk.reacts(ada, message, Character.toString(0x1F600 + 50))
        .then()
        .statusCode(409)
        .body("code", equalTo("too_many_reactions"))
        .body("current.id", equalTo(message))
        .body("current.reactions", hasSize(50));
  }
}
