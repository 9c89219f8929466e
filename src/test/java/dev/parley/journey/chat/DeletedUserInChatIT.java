package dev.parley.journey.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.parley.journey.AttachmentCalls;
import dev.parley.journey.Database;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Talk;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is left of somebody's conversations when their account is deleted. */
class DeletedUserInChatIT {
  private static final byte[] TEXT = "some words".getBytes(StandardCharsets.UTF_8);

  private final ParleyServer server = ParleyServer.shared();
  private final Database database = new Database(server);
  private final AttachmentCalls files = new AttachmentCalls(server);
  private final People people = new People(server);
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");
  private final Person cleo = people.register("cleo");
  private final Talk talk = Talk.between(ada, ben);

  private void adaDeletesHerAccount() {
    ada.delete("me/").then().statusCode(204);
  }

  @Test
  void the_conversation_stays_readable_under_another_name_and_closed() {
    talk.says(ben, "hello");
    String sent = files.keeps(ada, "1.txt", TEXT);
    files.sendsOnly(talk, ada, sent);
    talk.reacts(ada, talk.says(ben, "bye").getString("id"), "👍").then().statusCode(204);

    adaDeletesHerAccount();

    assertThat(talk.heardBy(ben)).containsExactly("hello", "", "bye");
    files.fetches(ben, sent).then().statusCode(200);
    JsonPath seen = talk.seenBy(ben);
    assertThat(seen.getBoolean("can_send")).isFalse();
    assertThat(seen.getList("members.user.display_name")).contains("Deleted user");
    assertThat(seen.getList("members.user.username")).doesNotContain(ada.username());
    talk.page(ben, "limit=9").then().body("items[2].reactions[0].count", equalTo(1));
    talk.sends(ben, "anybody?").then().statusCode(403);
  }

  @Test
  void a_group_gets_its_longest_member_as_owner_and_an_empty_one_ends() {
    Person dan = people.register("dan");
    ada.connectsWith(cleo);
    ada.connectsWith(dan);
    Talk group = Talk.group(ada, "trip", ben);
    group.brings(ada, cleo).then().statusCode(201);
    Talk alone = Talk.group(ada, "alone");
    group.says(ada, "mine");

    adaDeletesHerAccount();

    assertThat(group.members(cleo)).containsExactlyInAnyOrder(ben.username(), cleo.username());
    List<Map<String, Object>> members = group.seenBy(cleo).getList("members");
    assertThat(members)
        .anySatisfy(
            member -> {
              assertThat(member.get("role")).isEqualTo("owner");
              assertThat(((Map<?, ?>) member.get("user")).get("username"))
                  .isEqualTo(ben.username());
            });
    assertThat(group.heardBy(ben)).containsExactly("mine");
    assertThat(
            database.look(
                "select concat_ws(' ', open, member_count) from conversation where id = ?::uuid",
                alone.id()))
        .isEqualTo("f 0");
  }

  @Test
  void what_was_only_theirs_goes() {
    talk.says(ben, "hello");
    talk.reads(ada, 1).then().statusCode(200);
    ada.put(talk.path("draft/"), Map.of("body", "not yet said")).then().statusCode(200);
    String unsent = files.keeps(ada, "1.txt", TEXT);

    adaDeletesHerAccount();

    for (String remains :
        List.of(
            "draft where user_id",
            "conversation_member where read_seq + delivered_seq > 0 and user_id",
            "attachment where removed_at is null and owner_id")) {
      assertThat(database.look("select count(*) from " + remains + " = ?::uuid", ada.id()))
          .as(remains)
          .isEqualTo("0");
    }
    org.awaitility.Awaitility.await()
        .atMost(java.time.Duration.ofSeconds(60))
        .until(() -> database.look("select 1 from attachment where id = ?::uuid", unsent) == null);
  }

  @Test
  void whoever_follows_their_journal_sees_what_a_fresh_snapshot_shows() {
    ada.connectsWith(cleo);
    Talk group = Talk.group(ada, "trip", ben, cleo);
    group.says(ada, "last words");
    Talk left = Talk.group(ben, "left", ada);
    left.says(ada, "and gone");
    left.removes(ada, ada).then().statusCode(204);
    talk.says(ada, "farewell");
    Person dan = people.register("dan");
    String ended = ada.connectsWith(dan);
    Talk.ofConnected(ada, dan).says(ada, "before the end");
    ada.removes(ended).then().statusCode(204);
    Map<Person, Follower> followers = new LinkedHashMap<>();
    for (Person person : List.of(ben, cleo, dan)) {
      followers.put(person, new Follower(person));
    }

    adaDeletesHerAccount();

    followers.forEach(
        (person, follower) -> {
          follower.catchesUp();
          assertThat(follower.picture()).isEqualTo(new Follower(person).picture());
          assertThat(follower.picture()).doesNotContain(ada.username());
        });
  }

  /** A client's copy of the conversations: a snapshot, then every event. */
  private static final class Follower {
    private final Person person;
    private final Map<String, Object> conversations = new TreeMap<>();
    private final long since;

    Follower(Person person) {
      this.person = person;
      JsonPath snapshot = person.get("snapshot/").jsonPath();
      since = snapshot.getLong("as_of_seq");
      List<Map<String, Object>> all = snapshot.getList("conversations");
      all.forEach(this::put);
    }

    void catchesUp() {
      List<Map<String, Object>> events =
          person.get("events/?since=" + since).jsonPath().getList("events");
      for (Map<String, Object> event : events) {
        if (event.get("event").toString().startsWith("conversation.")
            && event.get("data") != null) {
          put(data(event));
        }
      }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> data(Map<String, Object> event) {
      return (Map<String, Object>) event.get("data");
    }

    private void put(Map<String, Object> conversation) {
      conversations.put((String) conversation.get("id"), conversation);
    }

    /** Without what changes with no event of the conversation. */
    String picture() {
      return conversations.toString().replaceAll("mutual_count=\\d+", "");
    }
  }
}
