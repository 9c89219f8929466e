package dev.parley.journey.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Sight;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What other people see when somebody deletes their account. */
class DeletedUserIT {
  private static final Set<String> LIVE = Set.of("pending", "ignored", "approved");

  private final People people = new People(ParleyServer.shared());
  private final Person ada = people.register("ada");

  private void adaDeletesHerAccount() {
    ada.call()
        .contentType("application/json")
        .body(Map.of("password", ada.password()))
        .delete(ParleyServer.shared().api().resolve("me/"))
        .then()
        .statusCode(204);
  }

  @Test
  void every_live_relation_ends_for_the_other_side_as_the_state_machine_says() {
    Person friend = people.register("friend");
    Person asked = people.register("asked");
    Person asking = people.register("asking");
    Person ignored = people.register("ignored");
    Person blocker = people.register("blocker");
    String friendship = ada.connectsWith(friend);
    String sent = ada.requestsConnectionTo(asked);
    String received = asking.requestsConnectionTo(ada);
    String quiet = ignored.requestsConnectionTo(ada);
    ada.ignores(quiet);
    blocker.blocks(ada);
    Map<Person, Replica> replicas = new LinkedHashMap<>();
    for (Person person : List.of(friend, asked, asking, ignored, blocker)) {
      replicas.put(person, new Replica(person));
    }

    adaDeletesHerAccount();

    assertThat(replicas.get(friend).catchesUp())
        .containsOnly("connection.removed", "conversation.updated", "notification.read");
    assertThat(replicas.get(asked).catchesUp())
        .containsOnly("connection.withdrawn", "notification.read");
    assertThat(replicas.get(asking).catchesUp()).containsExactly("connection.expired");
    assertThat(replicas.get(ignored).catchesUp()).containsExactly("connection.expired");
    assertThat(replicas.get(blocker).catchesUp()).containsExactly("block.removed");
    replicas.forEach(
        (person, replica) -> assertThat(replica.state()).isEqualTo(new Replica(person).state()));

    assertThat(Sight.of(friend).status(friendship)).isEqualTo("removed");
    assertThat(Sight.of(asked).status(sent)).isEqualTo("withdrawn");
    assertThat(Sight.of(asking).status(received)).isEqualTo("expired");
    assertThat(Sight.of(ignored).status(quiet)).isEqualTo("expired");
    assertThat(Sight.of(asking).ledger(received)).endsWith("expired by null");
    assertThat(blocker.get("blocks/").jsonPath().getList("items")).isEmpty();
    for (Person person : replicas.keySet()) {
      assertThat(Sight.of(person).listsNaming(ada)).isEmpty();
      assertThat(Sight.of(person).finds(ada)).isFalse();
      person.get("users/" + ada.username() + "/").then().statusCode(404);
    }
    friend
        .get("connections/" + friendship + "/")
        .then()
        .body("sender.display_name", equalTo("Deleted user"));
  }

  @Test
  void other_peoples_notifications_stay_without_the_name() {
    Person ben = people.register("ben");
    ada.requestsConnectionTo(ben);
    adaDeletesHerAccount();
    ben.get("notifications/")
        .then()
        .body("items.size()", equalTo(1))
        .body("items[0].text", equalTo("Deleted user wants to connect with you"))
        .body("items[0].data.display_name", equalTo("Deleted user"));
  }

  @Test
  void links_of_a_deleted_user_open_nothing() {
    Person ben = people.register("ben");
    String url = ada.post("connection-links/", Map.of("auto_accept", true)).path("url");
    adaDeletesHerAccount();
    ben.post("connection-links/redeem/", Map.of("code", url.substring(url.lastIndexOf('/') + 1)))
        .then()
        .statusCode(404)
        .body("code", equalTo("link_not_found"));
    ben.post("connections/", Map.of("receiver", ada.username()))
        .then()
        .statusCode(404)
        .body("code", equalTo("unknown_user"));
  }

  /** A client's copy of the live relations and the bell list: a snapshot, then every event. */
  private static final class Replica {
    private final Person person;
    private final Map<String, String> relations = new LinkedHashMap<>();
    private final Map<String, String> bell = new LinkedHashMap<>();
    private long last;

    Replica(Person person) {
      this.person = person;
      JsonPath snapshot = person.get("snapshot/").jsonPath();
      last = snapshot.getLong("as_of_seq");
      List<Map<String, Object>> connections = snapshot.getList("connections");
      connections.forEach(this::relation);
      List<Map<String, Object>> notifications = snapshot.getList("notifications");
      notifications.forEach(this::entry);
    }

    List<String> catchesUp() {
      JsonPath journal = person.get("events/?since=" + last).jsonPath();
      List<String> names = new ArrayList<>();
      List<Map<String, Object>> events = journal.getList("events");
      for (Map<String, Object> event : events) {
        assertThat(((Number) event.get("seq")).longValue()).isEqualTo(++last);
        names.add((String) event.get("event"));
        apply((String) event.get("event"), event.get("data"));
      }
      assertThat(last).isEqualTo(journal.getLong("head"));
      return names;
    }

    @SuppressWarnings("unchecked")
    private void apply(String name, Object data) {
      Map<String, Object> entity = (Map<String, Object>) data;
      if (name.startsWith("connection.")) {
        relation(entity);
      } else if (name.startsWith("notification.")) {
        entry(entity);
      }
    }

    private void relation(Map<String, Object> connection) {
      String id = (String) connection.get("id");
      if (LIVE.contains(connection.get("status"))) {
        relations.put(id, connection.get("status") + " " + connection.get("version"));
      } else {
        relations.remove(id);
      }
    }

    private void entry(Map<String, Object> notification) {
      boolean read = notification.get("read_at") != null;
      bell.put(
          (String) notification.get("id"),
          notification.get("text") + " " + notification.get("data") + (read ? " read" : ""));
    }

    String state() {
      return relations + " " + bell;
    }
  }
}
