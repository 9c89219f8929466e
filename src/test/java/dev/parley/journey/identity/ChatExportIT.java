package dev.parley.journey.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.base.media.PictureSamples;
import dev.parley.journey.AttachmentCalls;
import dev.parley.journey.Database;
import dev.parley.journey.Export;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Talk;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What somebody takes away of their conversations: data, files, and pages to read. */
class ChatExportIT {
  private final ParleyServer server = ParleyServer.shared();
  private final AttachmentCalls files = new AttachmentCalls(server);
  private final People people = new People(server);
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");
  private final Talk talk = Talk.between(ada, ben);

  @Test
  void all_that_one_sees_of_a_conversation_is_there_in_order() {
    for (int i = 1; i <= 3; i++) {
      talk.says(i % 2 == 0 ? ben : ada, "line " + i);
    }
    String liked = talk.says(ben, "cake").getString("id");
    talk.reacts(ada, liked, "👍").then().statusCode(204);
    ada.put(talk.path("draft/"), Map.of("body", "not yet said")).then().statusCode(200);
    Export export = Export.of(ada);
    JsonPath data = JsonPath.from(export.text("conversations/" + talk.id() + ".json"));
    assertThat(data.getList("messages.body")).containsExactly("line 1", "line 2", "line 3", "cake");
    assertThat(data.getString("conversation.id")).isEqualTo(talk.id());
    assertThat(JsonPath.from(export.text("reactions.json")).getString("[0].message"))
        .isEqualTo(liked);
    assertThat(JsonPath.from(export.text("drafts.json")).getString("[0].body"))
        .isEqualTo("not yet said");
    assertThat(export.text("conversations/" + talk.id() + ".html"))
        .contains("line 1", "line 2", ben.username());
    assertThat(export.text("index.html"))
        .contains("conversations/" + talk.id() + ".html", ada.username(), "not yet said");
  }

  @Test
  void a_conversation_longer_than_what_is_read_at_once_is_whole() {
    talk.says(ada, "the first");
    new Database(server)
        .change(
            "insert into message (id, conversation_id, seq, sender_id, client_id, body, created_at)"
                + " select gen_random_uuid(), ?::uuid, i, ?::uuid, 'x' || i, 'm' || i, now()"
                + " from generate_series(2, 1200) i",
            talk.id(),
            ada.id());
    JsonPath data = JsonPath.from(Export.of(ben).text("conversations/" + talk.id() + ".json"));
    assertThat(data.getList("messages.seq")).hasSize(1200).doesNotHaveDuplicates();
  }

  @Test
  void uploads_come_along_and_those_of_others_only_by_name() {
    byte[] mine = PictureSamples.picture("png", 30, 20);
    String sent = files.keeps(ada, "mine.png", mine);
    files.sendsOnly(talk, ada, sent);
    String bens = files.keeps(ben, "bens.png", mine);
    files.sendsOnly(talk, ben, bens);
    Export export = Export.of(ada);
    assertThat(export.bytes("attachments/" + sent + "/mine.png")).isEqualTo(mine);
    assertThat(export.names()).noneMatch(name -> name.contains(bens));
    assertThat(JsonPath.from(export.text("attachments.json")).getList("id")).containsExactly(sent);
    assertThat(export.text("conversations/" + talk.id() + ".html"))
        .contains("mine.png", "bens.png");
  }

  @Test
  void nothing_in_the_pages_is_markup_of_somebody_else() {
    String harm = "<script>alert(1)</script><img src=x onerror='alert(2)'>\"&";
    ben.patch("me/", Map.of("display_name", "<b>Ben</b>")).then().statusCode(200);
    talk.says(ben, harm);
    ada.patch("me/", Map.of("status_text", harm)).then().statusCode(200);
    Export export = Export.of(ada);
    for (String page : new String[] {"index.html", "conversations/" + talk.id() + ".html"}) {
      assertThat(export.text(page))
          .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
          .doesNotContain("<script")
          .doesNotContain("<img")
          .doesNotContain("<b>");
    }
  }

  @Test
  void of_a_group_that_one_has_left_only_the_own_words_come_along() {
    Talk group = Talk.group(ben, "trip", ada);
    group.says(ada, "my words");
    group.says(ben, "words of ben");
    group.removes(ada, ada).then().statusCode(204);
    Export export = Export.of(ada);
    assertThat(export.names()).doesNotContain("conversations/" + group.id() + ".json");
    assertThat(export.text("messages-elsewhere.json"))
        .contains("my words")
        .doesNotContain("words of ben");
  }
}
