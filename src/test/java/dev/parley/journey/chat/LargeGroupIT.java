package dev.parley.journey.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.parley.journey.Database;
import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Talk;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a group above the fan-out limit nobody's journal grows with every message. */
class LargeGroupIT {
  private static final int OTHERS = 230;
  private static final String MAKE_PEOPLE =
      """
      insert into users (id, username, display_name, created_at, updated_at, discoverable)
      select gen_random_uuid(), ? || i, 'Somebody', now(), now(), false from generate_series(1, ?) i
      """;
  private static final String MAKE_MEMBERS =
      """
      insert into conversation_member (id, conversation_id, user_id, role, joined_at)
      select gen_random_uuid(), ?::uuid, id, 'member', now() from users where username like ? || '%'
      """;

  private static final int MORE_THAN_A_ROUND = 60;
  private static final String MAKE_NEWS =
      """
      with made as (
        insert into conversation (id, kind, title, member_count, created_at, last_activity_at)
        select gen_random_uuid(), 'group', ?, 0, now(), now() from generate_series(1, ?)
        returning id)
      insert into conversation_news (conversation_id, type, slot, subject, noted_at)
      select id, ?, id, id, now() from made
      """;

  private final ParleyServer server = ParleyServer.shared();
  private final People people = new People(server);
  private final Database database = new Database(server);
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");
  private Talk group;

  @BeforeEach
  void ada_and_ben_are_in_a_large_group() {
    ada.connectsWith(ben);
    group = Talk.group(ada, "Everybody", ben);
    String name = "crowd-" + UUID.randomUUID().toString().substring(0, 8) + "-";
    database.change(MAKE_PEOPLE, name, OTHERS);
    database.change(MAKE_MEMBERS, group.id(), name);
    database.change(
        "update conversation set member_count = ? where id = ?::uuid", OTHERS + 2, group.id());
  }

  @Test
  void messages_are_seen_at_once_and_only_the_newest_is_kept_in_journals() {
    try (LiveClient bens = ben.opensLiveSession()) {
      bens.saysHello();
      for (int i = 1; i <= 20; i++) {
        group.says(ada, "m" + i);
      }
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> signals(bens).size() == 20 && sent(bens).contains("m20"));
      assertThat(signals(bens).get(19)).isEqualTo("m20");
      assertThat(sent(bens)).hasSizeLessThan(20);
      assertThat(group.heardBy(ben)).hasSize(20);
      assertThat(group.unreadOf(ben)).isEqualTo(20);
    }
    assertThat(
            Integer.parseInt(
                database.look(
                    "select count(*) from conversation_news where conversation_id = ?::uuid",
                    group.id())))
        .isZero();
  }

  private static List<String> signals(LiveClient session) {
    return session.frames().stream()
        .filter(frame -> "message".equals(frame.getString("signal")))
        .map(frame -> frame.getString("data.body"))
        .toList();
  }

  private static List<String> sent(LiveClient session) {
    return session.frames().stream()
        .filter(frame -> "message.sent".equals(frame.getString("event")))
        .map(frame -> frame.getString("data.body"))
        .toList();
  }

  @Test
  void what_happens_to_a_message_is_told_once() {
    String message = group.says(ada, "cake?").getString("id");
    try (LiveClient bens = ben.opensLiveSession()) {
      bens.saysHello();
      for (String emoji : List.of("👍", "🎉", "🍰")) {
        group.reacts(ada, message, emoji).then().statusCode(204);
      }
      group.edits(ada, message, "cake!").then().statusCode(200);
      bens.awaitFrame(
          frame ->
              "message.edited".equals(frame.getString("event"))
                  && "cake!".equals(frame.getString("data.body")));
      JsonPath changed =
          bens.awaitFrame(
              frame ->
                  "reaction.changed".equals(frame.getString("event"))
                      && frame.getList("data.reactions").size() == 3);
      assertThat(changed.getString("data.id")).isEqualTo(message);
    }
  }

  @Test
  void groups_whose_news_cannot_be_told_hold_up_no_other_and_are_told_later() {
    String broken = "broken_" + UUID.randomUUID().toString().replace('-', '_');
    database.change(
        "create function %s() returns trigger language plpgsql as 'begin raise exception ''on purpose''; end'"
            .formatted(broken));
    database.change(
        "create trigger %1$s before delete on conversation_news for each row when (old.type = '%1$s') execute function %1$s()"
            .formatted(broken));
    try (LiveClient bens = ben.opensLiveSession()) {
      bens.saysHello();
      database.change(MAKE_NEWS, broken, MORE_THAN_A_ROUND, broken);
      group.says(ada, "still here");
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> sent(bens).contains("still here"));
      assertThat(untold(broken)).isEqualTo(MORE_THAN_A_ROUND);
    } finally {
      database.change("drop function %s() cascade".formatted(broken));
    }
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> untold(broken) == 0);
  }

  private int untold(String type) {
    return Integer.parseInt(
        database.look("select count(*) from conversation_news where type = ?", type));
  }

  @Test
  void its_members_are_listed_page_by_page_in_the_order_of_their_joining() {
    List<String> seen = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonPath page = ben.get(group.path("members/?limit=100" + cursor)).jsonPath();
      seen.addAll(page.getList("items.user.username"));
      cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
    }
    assertThat(seen).hasSize(OTHERS + 2).doesNotHaveDuplicates();
    assertThat(seen.subList(0, 2)).containsExactlyInAnyOrder(ada.username(), ben.username());
    assertThat(seen.subList(0, 200)).isEqualTo(group.members(ben));
    ben.get(group.path("members/?limit=1")).then().body("items[0].role", equalTo("owner"));
    ben.get(group.path("members/?cursor=x")).then().statusCode(400);
    people.register("eve").get(group.path("members/")).then().statusCode(404);
  }

  @Test
  void it_shows_as_many_members_as_hear_of_each_change_and_nobodys_markers() {
    JsonPath seen = group.seenBy(ada);
    assertThat(seen.getInt("member_count")).isEqualTo(OTHERS + 2);
    assertThat(seen.getList("members")).hasSize(200);
    group.says(ada, "hello");
    group.reads(ben, 1).then().statusCode(200).body("unread_count", equalTo(0));
    String position = "members.find { it.user.username == '%s' }.read_seq";
    assertThat(group.seenBy(ada).<Integer>get(position.formatted(ben.username()))).isNull();
    assertThat(group.seenBy(ben).<Integer>get(position.formatted(ben.username()))).isEqualTo(1);
  }
}
