package dev.parley.journey.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journey.Database;
import dev.parley.journey.Export;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Talk;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a message said before its edits is its author's to take away, and goes with the message. */
class EarlierVersionsIT {
  private static final int KEPT = 50;

  private final ParleyServer server = ParleyServer.shared();
  private final Database database = new Database(server);
  private final People people = new People(server);
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");
  private final Talk talk = Talk.between(ada, ben);

  private String editedMessage() {
    String message = talk.says(ada, "first words").getString("id");
    talk.edits(ada, message, "second words").then().statusCode(200);
    talk.edits(ada, message, "third words").then().statusCode(200);
    assertThat(kept(message)).isEqualTo("2");
    return message;
  }

  private String kept(String message) {
    return database.look("select count(*) from message_edit where message_id = ?::uuid", message);
  }

  @Test
  void they_are_gone_once_its_author_deletes_it() {
    String message = editedMessage();
    talk.deletes(ada, message).then().statusCode(204);
    assertThat(kept(message)).isEqualTo("0");
    assertThat(database.look("select body from message where id = ?::uuid", message)).isEmpty();
  }

  @Test
  void they_are_gone_once_an_administrator_deletes_it() {
    String message = editedMessage();
    talk.deletes(people.administrator(), message).then().statusCode(204);
    assertThat(kept(message)).isEqualTo("0");
  }

  @Test
  void they_are_gone_with_the_account_and_so_are_the_notes_of_requests() {
    String message = editedMessage();
    Person cleo = people.register("cleo");
    ada.post("connections/", Map.of("receiver", cleo.username(), "note", "we met in Lisbon"))
        .then()
        .statusCode(201);
    ada.delete("me/").then().statusCode(204);
    assertThat(kept(message)).isEqualTo("0");
    assertThat(
            database.look(
                "select count(*) from user_connection where sender_id = ?::uuid and note <> ''",
                ada.id()))
        .isEqualTo("0");
    assertThat(talk.heardBy(ben)).containsExactly("third words");
  }

  @Test
  void the_newest_of_them_are_kept() {
    String message = talk.says(ada, "0").getString("id");
    for (int i = 1; i <= KEPT + 5; i++) {
      talk.edits(ada, message, String.valueOf(i)).then().statusCode(200);
    }
    assertThat(kept(message)).isEqualTo(String.valueOf(KEPT));
    assertThat(
            database.look(
                "select body from message_edit where message_id = ?::uuid order by version limit 1",
                message))
        .isEqualTo("5");
  }

  @Test
  void only_its_author_takes_them_away() {
    String message = editedMessage();
    JsonPath mine = JsonPath.from(Export.of(ada).text("earlier-versions.json"));
    assertThat(mine.getList("body")).containsExactly("first words", "second words");
    assertThat(mine.getList("message")).containsOnly(message);
    assertThat(mine.getList("conversation")).containsOnly(talk.id());
    assertThat(JsonPath.from(Export.of(ben).text("earlier-versions.json")).getList("")).isEmpty();
  }
}
