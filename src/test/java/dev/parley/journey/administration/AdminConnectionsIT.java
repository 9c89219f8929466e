package dev.parley.journey.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.parley.journey.Administrator;
import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Talk;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What administrators see of relations and do between people. */
class AdminConnectionsIT {
  private final ParleyServer server = ParleyServer.shared();
  private final People people = new People(server);
  private final Administrator root = Administrator.of(server);
  private final Person ada = people.register("adm");
  private final Person ben = people.register("adm");

  private Response connects(Person sender, Person receiver) {
    return root.posts(
        "connections/", Map.of("sender", sender.username(), "receiver", receiver.username()));
  }

  private Response acts(String act, String connection) {
    return root.posts("connections/" + connection + "/" + act + "/");
  }

  private List<String> changes() {
    return root.page("ledger/?a=" + ada.username() + "&b=" + ben.username())
        .getList("items.change");
  }

  @Test
  void two_people_are_connected_and_both_are_told_live() {
    try (LiveClient adas = ada.opensLiveSession();
        LiveClient bens = ben.opensLiveSession()) {
      adas.saysHello();
      bens.saysHello();
      Response made = connects(ada, ben);
      made.then()
          .statusCode(201)
          .body("status", equalTo("approved"))
          .body("sender.username", equalTo(ada.username()))
          .body("receiver.username", equalTo(ben.username()))
          .body("quiet", equalTo(false))
          .body("expires_at", nullValue());
      assertThat(made.jsonPath().getMap("sender").keySet())
          .containsExactlyInAnyOrder("id", "username", "display_name", "avatar_url");
      String id = made.path("id");
      for (LiveClient live : List.of(adas, bens)) {
        assertThat(live.awaitEvent("connection.approved").getString("data.id")).isEqualTo(id);
        assertThat(live.awaitEvent("notification.created").getString("data.kind"))
            .isEqualTo("connection.approved");
      }
      Talk.ofConnected(ada, ben).sends(ada, "hello").then().statusCode(201);
      connects(ben, ada)
          .then()
          .statusCode(409)
          .body("code", equalTo("already_connected"))
          .body("current.id", equalTo(id));
    }
    assertThat(changes()).containsExactly("approved", "requested");
  }

  @Test
  void a_pending_request_is_approved_in_its_receivers_stead_also_one_that_was_put_aside() {
    String connection = ada.requestsConnectionTo(ben);
    ben.ignores(connection).then().statusCode(200);
    root.gets("connections/?q=" + ada.username())
        .then()
        .body("items.status", equalTo(List.of("pending")))
        .body("items.quiet", equalTo(List.of(true)));
    acts("approve", connection).then().statusCode(200).body("status", equalTo("approved"));
    acts("approve", connection)
        .then()
        .statusCode(409)
        .body("code", equalTo("request_not_pending"))
        .body("current.status", equalTo("approved"));
    ben.get("connections/" + connection + "/").then().body("status", equalTo("approved"));
    JsonPath line = root.page("ledger/?a=" + ben.username() + "&b=" + ada.username());
    assertThat(line.getList("items.change")).containsExactly("approved", "ignored", "requested");
    assertThat(line.getMap("items[0]"))
        .containsEntry("actor", "root")
        .containsEntry("reason", Administrator.WHY)
        .containsEntry("connection", connection);
  }

  @Test
  void nobody_overrules_a_block() {
    ada.blocks(ben).then().statusCode(204);
    connects(ada, ben).then().statusCode(409).body("code", equalTo("blocked"));
    connects(ben, ada).then().statusCode(409).body("code", equalTo("blocked"));
    String quiet = ben.requestsConnectionTo(ada);
    acts("approve", quiet)
        .then()
        .statusCode(409)
        .body("code", equalTo("blocked"))
        .body("current.id", equalTo(quiet));
    ben.get("connections/" + quiet + "/").then().body("status", equalTo("pending"));
    assertThat(root.linesAbout("connection.created", ada.username()))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).containsEntry("outcome", "refused"));
  }

  @Test
  void a_connection_is_removed_and_both_lists_change() {
    String connection = ada.connectsWith(ben);
    try (LiveClient live = ben.opensLiveSession()) {
      live.saysHello();
      acts("remove", connection).then().statusCode(200).body("status", equalTo("removed"));
      assertThat(live.awaitEvent("connection.removed").getString("data.id")).isEqualTo(connection);
    }
    acts("remove", connection).then().statusCode(409).body("code", equalTo("not_connected"));
    acts("approve", connection)
        .then()
        .statusCode(409)
        .body("code", equalTo("request_not_pending"))
        .body("current.status", equalTo("removed"));
    ada.get("users/").then().body("mutual_connections", hasSize(0));
    Map<String, Object> line = root.linesAbout("connection.removed", ben.username()).get(1);
    assertThat(line)
        .containsEntry("outcome", "done")
        .containsEntry("target", ada.username() + ", " + ben.username());
  }

  @Test
  void a_deleted_record_is_gone_its_end_is_told_and_its_ledger_stays() {
    String connection = ada.connectsWith(ben);
    JsonPath before = ada.get("snapshot/").jsonPath();
    try (LiveClient live = ben.opensLiveSession()) {
      live.saysHello();
      root.deletes("connections/" + connection + "/").then().statusCode(204);
      JsonPath event = live.awaitEvent("connection.removed");
      assertThat(event.getString("data.id")).isEqualTo(connection);
      assertThat(event.getString("data.status")).isEqualTo("removed");
    }
    root.deletes("connections/" + connection + "/").then().statusCode(404);
    for (Person person : List.of(ada, ben)) {
      person.get("connections/" + connection + "/").then().statusCode(404);
      person.get("connections/").then().body("items", hasSize(0));
    }
    root.gets("connections/?q=" + ada.username()).then().body("items", hasSize(0));
    JsonPath missed = ada.get("events/?since=" + before.getLong("as_of_seq")).jsonPath();
    assertThat(missed.getList("events.findAll { it.event == 'connection.removed' }.data.id"))
        .containsExactly(connection);
    assertThat(changes()).containsExactly("deleted", "removed", "approved", "requested");
    ada.post("conversations/", Map.of("username", ben.username()))
        .then()
        .statusCode(403)
        .body("code", equalTo("not_connected"));
    ada.requestsConnectionTo(ben);
  }

  @Test
  void deleting_a_pending_request_takes_it_off_both_lists() {
    String connection = ada.requestsConnectionTo(ben);
    root.deletes("connections/" + connection + "/").then().statusCode(204);
    ada.get("users/").then().body("sent_requests", hasSize(0));
    ben.get("users/").then().body("pending_requests", hasSize(0));
    assertThat(changes()).containsExactly("deleted", "expired", "requested");
  }

  @Test
  void relations_are_found_by_person_status_and_time() {
    Person carla = people.register("adm");
    String approved = ada.connectsWith(ben);
    String pending = ada.requestsConnectionTo(carla);
    String mine = "q=" + ada.username().toUpperCase();
    assertThat(found(mine)).containsExactly(pending, approved);
    assertThat(found(mine + "&sort=updated_at")).containsExactly(approved, pending);
    assertThat(found(mine + "&status=approved")).containsExactly(approved);
    assertThat(found("status=pending&q=" + carla.username())).containsExactly(pending);
    Instant since = Instant.now().minusSeconds(3600);
    assertThat(found(mine + "&from=" + since)).hasSize(2);
    assertThat(found(mine + "&to=" + since)).isEmpty();
    root.gets("connections/?limit=1").then().body("items", hasSize(1));
    for (String junk : List.of("status=ignored", "sort=id", "from=x", "cursor=!", "limit=0")) {
      root.gets("connections/?" + junk).then().statusCode(400);
    }
  }

  private List<String> found(String how) {
    List<String> ids = new ArrayList<>();
    String next = "";
    do {
      JsonPath page =
          root.page("connections/?limit=1&" + how + (next.isEmpty() ? "" : "&cursor=" + next));
      ids.addAll(page.getList("items.id"));
      next = page.getString("next");
    } while (next != null);
    return ids;
  }

  @Test
  void a_request_of_somebody_disabled_is_not_approved_and_told_as_it_is() {
    String connection = ada.requestsConnectionTo(ben);
    root.disables(ada).then().statusCode(200);
    acts("approve", connection)
        .then()
        .statusCode(409)
        .body("code", equalTo("not_both_enabled"))
        .body("current.id", equalTo(connection))
        .body("current.status", equalTo("pending"));
  }

  @Test
  void what_is_not_there_or_without_a_reason_is_refused() {
    String nothing = "connections/" + UUID.randomUUID() + "/";
    root.deletes(nothing).then().statusCode(404);
    root.posts(nothing + "approve/").then().statusCode(404);
    root.posts(nothing + "remove/").then().statusCode(404);
    root.posts("connections/no-id/remove/").then().statusCode(404);
    root.person().delete("admin/" + nothing).then().body("code", equalTo("reason_required"));
    connects(ada, ada).then().statusCode(400).body("code", equalTo("cannot_connect_to_yourself"));
    root.posts("connections/", Map.of("sender", ada.username(), "receiver", "nobody-here"))
        .then()
        .statusCode(404);
    root.disables(ben).then().statusCode(200);
    connects(ada, ben).then().statusCode(404).body("code", equalTo("unknown_user"));
    root.gets("ledger/?a=" + ada.username()).then().statusCode(400);
    root.gets("ledger/?a=nobody-here&b=" + ada.username()).then().statusCode(404);
    ada.get("admin/ledger/?a=a&b=b").then().statusCode(403);
    ada.get("admin/connections/").then().statusCode(403);
    ada.post("admin/connections/", Map.of()).then().statusCode(403);
  }
}
