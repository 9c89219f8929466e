package dev.parley.journey.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Sight;
import dev.parley.journey.Talk;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** An ignored request and a blocked sender's: to the sender nothing is different. */
class QuietRequestIT {
  private final People people = new People(ParleyServer.shared());
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");
  private final Sight adas = Sight.of(ada);
  private final Sight bens = Sight.of(ben);

  @Test
  void the_sender_of_an_ignored_request_sees_no_difference() {
    String request = ada.requestsConnectionTo(ben);
    String before = adas.everythingAbout(request, ben);

    ben.ignores(request).then().statusCode(200).body("status", equalTo("ignored"));

    assertThat(adas.everythingAbout(request, ben)).isEqualTo(before);
  }

  @Test
  void the_receiver_finds_an_ignored_request_under_ignored() {
    String request = ada.requestsConnectionTo(ben);
    bens.events();

    ben.ignores(request).then().body("version", equalTo(2));
    ben.ignores(request).then().statusCode(200).body("version", equalTo(2));

    assertThat(bens.events()).containsExactly("connection.ignored", "notification.read");
    assertThat(bens.bell()).containsExactly("connection.requested read");
    assertThat(bens.listsNaming(ada)).isEmpty();
    assertThat(bens.connections("?status=ignored")).containsExactly(request);
    assertThat(bens.connections("?status=ignored&direction=received")).containsExactly(request);
    assertThat(bens.connections("?status=ignored&direction=sent")).isEmpty();
    assertThat(bens.connections("?status=pending")).isEmpty();
    assertThat(bens.connections("")).containsExactly(request);
    assertThat(adas.connections("?status=ignored")).isEmpty();
    assertThat(adas.connections("?status=pending")).containsExactly(request);
    assertThat(bens.ledger(request)).endsWith("ignored by " + ben.username());
    assertThat(adas.ledger(request)).containsExactly("requested by " + ada.username());
  }

  @Test
  void an_ignored_request_can_still_be_accepted() {
    String request = ada.requestsConnectionTo(ben);
    ben.ignores(request);
    ben.accepts(request)
        .then()
        .statusCode(200)
        .body("status", equalTo("approved"))
        .body("version", equalTo(3));
    assertThat(adas.connection(request).getInt("version")).isEqualTo(2);
    ben.ignores(request).then().statusCode(409).body("code", equalTo("request_not_pending"));
  }

  @Test
  void an_ignored_request_can_still_be_rejected() {
    String request = ada.requestsConnectionTo(ben);
    ben.ignores(request);
    ben.rejects(request).then().statusCode(200).body("status", equalTo("rejected"));
    assertThat(adas.status(request)).isEqualTo("rejected");
    assertThat(bens.connections("?status=ignored")).isEmpty();
  }

  @Test
  void an_ignored_request_can_be_withdrawn() {
    String request = ada.requestsConnectionTo(ben);
    ben.ignores(request);
    bens.events();
    ada.withdraws(request).then().statusCode(200).body("status", equalTo("withdrawn"));
    assertThat(bens.events()).containsExactly("connection.withdrawn");
    assertThat(bens.connections("?status=ignored")).isEmpty();
  }

  @Test
  void the_sender_sees_no_difference_when_they_are_blocked() {
    String request = ada.requestsConnectionTo(ben);
    String record = ada.get("connections/" + request + "/").asString();
    String lists = ada.get("connections/?status=pending").asString();
    String seen = ada.get("users/" + ben.username() + "/").asString();
    String events = ada.get("events/?since=0").asString();

    String everything = adas.everythingAbout(request, ben);

    ben.blocks(ada).then().statusCode(204);

    assertThat(adas.everythingAbout(request, ben)).isEqualTo(everything);
    assertThat(ada.get("connections/" + request + "/").asString()).isEqualTo(record);
    assertThat(ada.get("connections/?status=pending").asString()).isEqualTo(lists);
    assertThat(ada.get("users/" + ben.username() + "/").asString()).isEqualTo(seen);
    assertThat(ada.get("events/?since=0").asString()).isEqualTo(events);
    assertThat(adas.ledger(request)).containsExactly("requested by " + ada.username());
    assertThat(adas.listsNaming(ben)).containsExactly("sent_requests");
    assertThat(bens.connections("?status=ignored")).containsExactly(request);
    assertThat(bens.ledger(request))
        .endsWith("ignored by " + ben.username(), "blocked by " + ben.username());
  }

  @Test
  void the_request_of_a_blocked_person_looks_like_any_other_to_them() {
    Person cyd = people.register("cyd");
    ben.blocks(ada);
    bens.events();

    String quiet = ada.requestsConnectionTo(ben);
    String normal = ada.requestsConnectionTo(cyd);

    String toBen = ada.get("connections/" + quiet + "/").asString();
    String toCyd = ada.get("connections/" + normal + "/").asString();
    assertThat(anonymous(toBen, ben, quiet)).isEqualTo(anonymous(toCyd, cyd, normal));
    assertThat(adas.ledger(quiet)).isEqualTo(adas.ledger(normal));
    assertThat(adas.connections("?status=pending")).containsExactly(normal, quiet);
    assertThat(adas.relationTo(ben)).isEqualTo("sent");
    assertThat(adas.reasonsAgainst(ben)).isEqualTo(adas.reasonsAgainst(cyd));
    assertThat(ada.get("events/?since=0").jsonPath().getList("events.event"))
        .containsExactly("connection.requested", "connection.requested");

    assertThat(bens.events())
        .as("quiet, and yet in the journal")
        .containsExactly("connection.ignored");
    assertThat(bens.bell()).isEmpty();
    assertThat(bens.listsNaming(ada)).isEmpty();
    assertThat(bens.connections("?status=ignored")).containsExactly(quiet);
  }

  private static String anonymous(String body, Person receiver, String connection) {
    return body.replace(connection, "ID")
        .replace(receiver.id(), "USER")
        .replace(receiver.username(), "NAME")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "TIME");
  }

  @Test
  void a_block_ends_a_connection_in_the_same_frames_as_a_removal() {
    Person cyd = people.register("cyd");
    Talk.between(ada, ben).says(ben, "hello");
    Talk.between(ada, cyd).says(cyd, "hello");
    try (LiveClient live = ada.opensLiveSession()) {
      live.saysHello();
      List<String> removed = eventsOf(live, ben, () -> ben.removes(connectionWith(ben)));
      List<String> blocked = eventsOf(live, cyd, () -> cyd.blocks(ada));
      assertThat(removed).isNotEmpty();
      assertThat(blocked).isEqualTo(removed);
    }
  }

  private String connectionWith(Person other) {
    return ada.get("connections/?status=approved")
        .path("items.find { it.receiver.username == '" + other.username() + "' }.id");
  }

  /** The events that an act pushes to ada, without what differs from one person to another. */
  private List<String> eventsOf(LiveClient live, Person other, Supplier<Response> act) {
    int before = live.settles().texts().size();
    act.get().then().statusCode(204);
    int head = ada.get("events/?since=0").path("head");
    live.awaitFrame(frame -> "event".equals(frame.get("type")) && frame.getInt("seq") == head);
    return live.texts().stream()
        .skip(before)
        .filter(frame -> frame.startsWith("{\"type\":\"event\""))
        .map(frame -> anonymous(frame, other, "no relation"))
        .map(frame -> frame.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID"))
        .map(frame -> frame.replaceAll("^(.{15}),\"seq\":\\d+", "$1"))
        .toList();
  }

  @Test
  void a_blocked_person_sees_the_blocker_as_a_stranger() {
    Person cyd = people.register("cyd");
    ben.connectsWith(ada);
    ben.patch("me/", Map.of("status_text", "only for friends"));
    ben.blocks(ada);

    String ofBen = ada.get("users/" + ben.username() + "/").asString();
    String ofCyd = ada.get("users/" + cyd.username() + "/").asString();
    assertThat(anonymous(ofBen, ben, "no relation"))
        .isEqualTo(anonymous(ofCyd, cyd, "no relation"));
    assertThat(ada.get("users/" + ben.username() + "/reachability/").asString())
        .isEqualTo(ada.get("users/" + cyd.username() + "/reachability/").asString());
    assertThat(adas.finds(ben)).isFalse();
    assertThat(bens.reasonsAgainst(ada)).containsExactly("blocked_by_you");
  }

  @Test
  void a_quiet_request_stays_quiet_when_the_block_is_lifted() {
    ben.blocks(ada);
    String request = ada.requestsConnectionTo(ben);
    ben.unblocks(ada);
    assertThat(bens.status(request)).isEqualTo("ignored");
    assertThat(bens.relationTo(ada)).isEqualTo("received");
    assertThat(bens.ledger(request)).endsWith("unblocked by " + ben.username());
    assertThat(adas.ledger(request)).containsExactly("requested by " + ada.username());
  }
}
