package dev.parley.journey.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.parley.journey.Administrator;
import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Talk;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A group that has somebody in it has an owner who can lead it, whatever happens to accounts. */
class GroupOwnershipIT {
  private final ParleyServer server = ParleyServer.shared();
  private final People people = new People(server);
  private final Administrator root = Administrator.of(server);
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");
  private final Person cleo = people.register("cleo");
  private Talk group;

  @BeforeEach
  void ada_has_a_group_of_ben_and_cleo() {
    ada.connectsWith(ben);
    ada.connectsWith(cleo);
    group = Talk.group(ada, "Ours", ben);
    group.brings(ada, cleo).then().statusCode(201);
  }

  private List<String> owners(Person viewer) {
    return group.seenBy(viewer).getList("members.findAll { it.role == 'owner' }.user.username");
  }

  @Test
  void a_group_whose_only_owner_is_disabled_passes_to_its_oldest_member() {
    try (LiveClient bens = ben.opensLiveSession()) {
      bens.saysHello();
      root.disables(ada).then().statusCode(200);
      bens.awaitFrame(
          frame ->
              "conversation.updated".equals(frame.getString("event"))
                  && group.id().equals(frame.getString("data.id")));
    }
    assertThat(owners(ben)).contains(ben.username());
    ben.patch(group.path(""), Map.of("title", "Bens")).then().statusCode(200);
    group.givesRole(ben, cleo, "owner").then().statusCode(200);
    root.enables(ada).then().statusCode(200);
    assertThat(owners(ben)).contains(ada.username());
  }

  @Test
  void nothing_passes_while_another_owner_is_there() {
    group.givesRole(ada, cleo, "owner").then().statusCode(200);
    root.disables(ada).then().statusCode(200);
    assertThat(owners(ben)).containsExactlyInAnyOrder(ada.username(), cleo.username());
  }

  @Test
  void an_owner_who_is_disabled_leads_nothing_when_the_other_goes() {
    group.givesRole(ada, ben, "owner").then().statusCode(200);
    root.disables(ben).then().statusCode(200);
    group.removes(ada, ada).then().statusCode(409).body("code", equalTo("last_owner"));
    group.givesRole(ada, ada, "member").then().statusCode(409).body("code", equalTo("last_owner"));
    root.deletes(ada).then().statusCode(204);
    assertThat(owners(cleo)).contains(cleo.username());
  }

  @Test
  void the_last_who_is_there_may_leave_and_whoever_comes_back_leads() {
    root.disables(ben).then().statusCode(200);
    group.removes(ada, cleo).then().statusCode(204);
    group.removes(ada, ada).then().statusCode(204);
    root.enables(ben).then().statusCode(200);
    assertThat(owners(ben.onAnotherDevice())).containsExactly(ben.username());
  }

  @Test
  void a_group_of_which_all_were_disabled_is_led_by_the_first_who_is_back() {
    for (Person one : List.of(cleo, ada, ben)) {
      root.disables(one).then().statusCode(200);
    }
    root.enables(cleo).then().statusCode(200);
    assertThat(owners(cleo.onAnotherDevice())).contains(cleo.username());
  }
}
