package dev.parley.journey.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Sight;
import dev.parley.journey.Talk;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Groups: who may bring whom, who may remove whom, and what each of them sees. */
class GroupIT {
  private final People people = new People(ParleyServer.shared());
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");
  private final Person cleo = people.register("cleo");
  private Talk group;

  @BeforeEach
  void ada_has_a_group_with_ben() {
    ada.connectsWith(ben);
    group = Talk.group(ada, " Lunch ", ben);
  }

  @Test
  void a_group_has_an_owner_a_title_and_members() {
    JsonPath seen = group.seenBy(ben);
    assertThat(seen.getString("kind")).isEqualTo("group");
    assertThat(seen.getString("title")).isEqualTo("Lunch");
    assertThat(seen.getList("members.user.username"))
        .containsExactly(ada.username(), ben.username());
    assertThat(seen.getList("members.role")).containsExactly("owner", "member");
    assertThat(seen.getBoolean("can_send")).isTrue();
  }

  @Test
  void a_member_brings_in_their_own_connection_who_sees_what_follows() {
    ben.connectsWith(cleo);
    group.says(ada, "before");
    try (LiveClient adas = ada.opensLiveSession();
        LiveClient cleos = cleo.opensLiveSession()) {
      adas.saysHello();
      cleos.saysHello();
      group.brings(ben, cleo).then().statusCode(201);
      group.brings(ben, cleo).then().statusCode(200);

      JsonPath added = adas.awaitEvent("member.added");
      assertThat(added.getString("data.conversation")).isEqualTo(group.id());
      assertThat(added.getString("data.username")).isEqualTo(cleo.username());
      assertThat(added.getString("data.role")).isEqualTo("member");
      assertThat(adas.awaitEvent("conversation.updated").getList("data.members")).hasSize(3);
      JsonPath created = cleos.awaitEvent("conversation.created");
      assertThat(created.getString("data.id")).isEqualTo(group.id());
      assertThat(created.getString("data.last_message")).isNull();
      assertThat(created.getInt("data.unread_count")).isZero();
    }
    String after = group.says(ada, "after").getString("id");
    assertThat(group.heardBy(cleo)).containsExactly("after");
    assertThat(group.heardBy(ben)).containsExactly("before", "after");
    assertThat(group.unreadOf(cleo)).isEqualTo(1);
    String before = group.page(ada, "before=2").path("items[0].id");
    group
        .replies(cleo, before, "what was it?")
        .then()
        .statusCode(404)
        .body("code", equalTo("reply_not_found"));
    group.reacts(cleo, before, "👍").then().statusCode(404);
    group.reacts(cleo, after, "👍").then().statusCode(204);
  }

  @Test
  void a_list_of_more_names_than_a_group_has_members_is_refused_before_anybody_is_looked_up() {
    List<String> nobody = IntStream.rangeClosed(1, 1_001).mapToObj(n -> "nobody-" + n).toList();
    ada.post("conversations/", Map.of("title", "Crowd", "members", nobody))
        .then()
        .statusCode(409)
        .body("code", equalTo("group_full"));
    ada.post("conversations/", Map.of("title", "Crowd", "members", nobody.subList(0, 3)))
        .then()
        .statusCode(404)
        .body("code", equalTo("unknown_user"));
  }

  @Test
  void nobody_brings_in_a_stranger() {
    cleo.connectsWith(ben);
    group.brings(ada, cleo).then().statusCode(403).body("code", equalTo("not_connected"));
    ada.requestsConnectionTo(cleo);
    group.brings(ada, cleo).then().statusCode(403).body("code", equalTo("not_connected"));
    assertThat(group.members(ada)).doesNotContain(cleo.username());
    Talk.beginsGroup(ada, "More", ben, cleo)
        .then()
        .statusCode(403)
        .body("code", equalTo("not_connected"));
  }

  @Test
  void what_an_owner_is_told_does_not_depend_on_who_blocks_whom() {
    String without = everythingWithAnother(people.register("cleo"), people.register("dan"), false);
    String with = everythingWithAnother(people.register("cleo"), people.register("dan"), true);
    assertThat(with).isEqualTo(without);
  }

  /** All answers and events of the acts of a group of two others, but for names, ids and times. */
  private String everythingWithAnother(Person first, Person second, boolean blocking) {
    Person owner = people.register("owner");
    owner.connectsWith(first);
    owner.connectsWith(second);
    if (blocking) {
      first.blocks(second).then().statusCode(204);
      second.blocks(first).then().statusCode(204);
    }
    Sight owners = Sight.of(owner);
    List<String> told = new ArrayList<>();
    Response begun = Talk.beginsGroup(owner, "All", first, second);
    Talk all = Talk.of(begun.path("id"));
    told.add(line(begun));
    told.add(line(all.removes(owner, second)));
    told.add(line(all.brings(owner, second)));
    told.add(line(all.brings(owner, second)));
    told.add(line(all.givesRole(owner, second, "owner")));
    told.add(line(all.sends(second, "hello @" + first.username())));
    told.add(line(owner.get(all.path("members/"))));
    told.add(line(all.sends(first, "hello @" + second.username())));
    told.add(line(owner.get(all.path(""))));
    told.add(String.join(",", owners.events()));
    return String.join("\n", told)
        .replaceAll(first.username(), "first")
        .replaceAll(second.username(), "second")
        .replaceAll(owner.username(), "owner")
        .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "an id")
        .replaceAll("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z", "a time");
  }

  private static String line(Response answer) {
    return answer.statusCode() + " " + answer.asString();
  }

  @Test
  void only_an_owner_removes_others_and_gives_roles() {
    ada.connectsWith(cleo);
    group.brings(ada, cleo);
    group.removes(ben, cleo).then().statusCode(403).body("code", equalTo("not_an_owner"));
    group
        .givesRole(ben, cleo, "owner")
        .then()
        .statusCode(403)
        .body("code", equalTo("not_an_owner"));
    group.givesRole(ada, cleo, "boss").then().statusCode(400);

    group.givesRole(ada, cleo, "owner").then().statusCode(200);
    assertThat(group.seenBy(ben).getList("members.role"))
        .containsExactly("owner", "member", "owner");
    group.removes(cleo, ben).then().statusCode(204);
    group.removes(cleo, ben).then().statusCode(204);
    group
        .removes(cleo, people.register("dan"))
        .then()
        .statusCode(404)
        .body("code", equalTo("not_a_member"));
  }

  @Test
  void who_is_removed_hears_of_it_and_of_nothing_after() {
    String said = group.says(ada, "hello").getString("id");
    try (LiveClient bens = ben.opensLiveSession()) {
      JsonPath hello = bens.saysHello();
      group.removes(ada, ben).then().statusCode(204);
      JsonPath removed = bens.awaitEvent("member.removed");
      assertThat(removed.getString("data.username")).isEqualTo(ben.username());
      assertThat(removed.getString("data.conversation")).isEqualTo(group.id());

      group.says(ada, "without ben");
      bens.settles();
      assertThat(bens.texts()).noneMatch(text -> text.contains("without ben"));
      try (LiveClient later = ben.opensLiveSession()) {
        later.saysHello(hello.getString("epoch"), hello.getLong("head") - 2);
        assertThat(later.awaitEvent("message.sent").getString("data")).isNull();
        assertThat(later.awaitEvent("member.removed").getString("data.username"))
            .isEqualTo(ben.username());
      }
    }
    ben.get(group.path("")).then().statusCode(404);
    group.page(ben, "limit=9").then().statusCode(404);
    group.sends(ben, "hey").then().statusCode(404).body("code", equalTo("not_found"));
    group.reads(ben, 1).then().statusCode(404);
    group.reacts(ben, said, "👍").then().statusCode(404);
    ben.get("conversations/")
        .then()
        .body("items.id", org.hamcrest.Matchers.not(org.hamcrest.Matchers.hasItem(group.id())));
  }

  @Test
  void the_last_owner_hands_over_first() {
    group
        .removes(ada, ada)
        .then()
        .statusCode(409)
        .body("code", equalTo("last_owner"))
        .body("current.id", equalTo(group.id()))
        .body("current.members.role", contains("owner", "member"));
    group.givesRole(ada, ada, "member").then().statusCode(409).body("code", equalTo("last_owner"));
    group.givesRole(ada, ben, "owner").then().statusCode(200);
    group.removes(ada, ada).then().statusCode(204);
    assertThat(group.members(ben)).containsExactly(ben.username());
    group.removes(ben, ben).then().statusCode(204);
    ben.get(group.path("")).then().statusCode(404);
  }

  @Test
  void who_comes_back_sees_what_follows_from_then_on() {
    group.says(ada, "one");
    group.removes(ben, ben).then().statusCode(204);
    group.says(ada, "two");
    group.brings(ada, ben).then().statusCode(201);
    group.says(ada, "three");
    assertThat(group.heardBy(ben)).containsExactly("three");
    assertThat(group.unreadOf(ben)).isEqualTo(1);
  }

  @Test
  void the_title_changes_for_everybody() {
    try (LiveClient bens = ben.opensLiveSession()) {
      bens.saysHello();
      ada.patch(group.path(""), Map.of("title", "Dinner"))
          .then()
          .statusCode(200)
          .body("title", equalTo("Dinner"));
      assertThat(bens.awaitEvent("conversation.updated").getString("data.title"))
          .isEqualTo("Dinner");
    }
    ada.patch(group.path(""), Map.of("title", "")).then().statusCode(400);
  }

  @Test
  void a_direct_conversation_keeps_its_two_members() {
    Talk direct = Talk.ofConnected(ada, ben);
    ada.connectsWith(cleo);
    direct
        .brings(ada, cleo)
        .then()
        .statusCode(409)
        .body("code", equalTo("not_a_group"))
        .body("current.kind", equalTo("direct"));
    direct.removes(ada, ben).then().statusCode(409).body("code", equalTo("not_a_group"));
    direct.removes(ada, ada).then().statusCode(409);
  }

  @Test
  void a_group_outlives_the_account_of_its_owner() {
    ada.connectsWith(cleo);
    group.brings(ada, cleo).then().statusCode(201);
    group.says(ada, "goodbye");
    ada.delete("me/").then().statusCode(204);
    JsonPath left = group.seenBy(ben);
    assertThat(left.getList("members.user.username"))
        .isEqualTo(List.of(ben.username(), cleo.username()));
    assertThat(left.getList("members.role")).containsExactly("owner", "member");
    assertThat(left.getInt("member_count")).isEqualTo(2);
    group.says(ben, "poor Ada");
  }
}
