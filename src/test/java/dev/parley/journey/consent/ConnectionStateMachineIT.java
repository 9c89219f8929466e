package dev.parley.journey.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Sight;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Every row of the state machine over REST: what the call answers and what both sides then see of
 * it in their records, lists, ledgers, journals and bells.
 */
class ConnectionStateMachineIT {
  private final People people = new People(ParleyServer.shared());
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");
  private final Sight adas = Sight.of(ada);
  private final Sight bens = Sight.of(ben);

  @Test
  void a_request_is_pending_for_both() {
    var answer =
        ada.post("connections/", Map.of("receiver", ben.username(), "note", "It's Ada 👋"));

    answer
        .then()
        .statusCode(201)
        .body("status", equalTo("pending"))
        .body("note", equalTo("It's Ada 👋"))
        .body("version", equalTo(1))
        .body("sender.username", equalTo(ada.username()))
        .body("receiver.connection", equalTo("sent"));
    String request = answer.path("id");
    assertThat(adas.listsNaming(ben)).containsExactly("sent_requests");
    assertThat(bens.listsNaming(ada)).containsExactly("pending_requests");
    assertThat(bens.connection(request).getString("note")).isEqualTo("It's Ada 👋");
    assertThat(bens.relationTo(ada)).isEqualTo("received");
    assertThat(adas.events()).containsExactly("connection.requested");
    assertThat(bens.events()).containsExactly("connection.requested", "notification.created");
    assertThat(bens.bell()).containsExactly("connection.requested unread");
    assertThat(adas.bell()).isEmpty();
    assertThat(bens.ledger(request)).containsExactly("requested by " + ada.username());
    assertThat(adas.ledger(request)).isEqualTo(bens.ledger(request));
  }

  @Test
  void a_request_that_stands_already_comes_back() {
    String request = ada.requestsConnectionTo(ben);

    ada.post("connections/", Map.of("receiver", ben.username(), "note", "again"))
        .then()
        .statusCode(200)
        .body("id", equalTo(request))
        .body("note", equalTo(""))
        .body("version", equalTo(1));
    assertThat(bens.events()).containsExactly("connection.requested", "notification.created");

    ben.accepts(request);
    ada.post("connections/", Map.of("receiver", ben.username()))
        .then()
        .statusCode(200)
        .body("id", equalTo(request))
        .body("status", equalTo("approved"));
  }

  @Test
  void crossing_requests_connect_both() {
    String request = ben.requestsConnectionTo(ada);
    adas.events();
    bens.events();

    ada.post("connections/", Map.of("receiver", ben.username()))
        .then()
        .statusCode(200)
        .body("id", equalTo(request))
        .body("status", equalTo("approved"));

    assertThat(adas.events())
        .containsExactly("connection.approved", "conversation.created", "notification.read");
    assertThat(bens.events())
        .containsExactly("connection.approved", "conversation.created", "notification.created");
    assertThat(bens.bell()).containsExactly("connection.approved unread");
    assertThat(adas.bell()).containsExactly("connection.requested read");
    assertThat(adas.connections("?status=approved")).containsExactly(request);
  }

  @Test
  void crossing_an_ignored_request_connects_both() {
    String request = ben.requestsConnectionTo(ada);
    ada.ignores(request).then().statusCode(200);

    ada.post("connections/", Map.of("receiver", ben.username()))
        .then()
        .statusCode(200)
        .body("id", equalTo(request))
        .body("status", equalTo("approved"));
    assertThat(bens.listsNaming(ada)).containsExactly("mutual_connections");
  }

  @Test
  void crossing_beats_the_cool_down() {
    ben.rejects(ada.requestsConnectionTo(ben)).then().statusCode(200);
    ada.post("connections/", Map.of("receiver", ben.username())).then().statusCode(409);
    String bensRequest = ben.requestsConnectionTo(ada);

    ada.post("connections/", Map.of("receiver", ben.username()))
        .then()
        .statusCode(200)
        .body("id", equalTo(bensRequest))
        .body("status", equalTo("approved"));
  }

  @Test
  void accepting_connects_both_and_again_is_the_same() {
    String request = ada.requestsConnectionTo(ben);
    adas.events();
    bens.events();

    ben.accepts(request)
        .then()
        .statusCode(200)
        .body("status", equalTo("approved"))
        .body("version", equalTo(2))
        .body("expires_at", nullValue())
        .body("sender.connection", equalTo("connected"));
    String first = ben.accepts(request).asString();
    assertThat(ben.accepts(request).asString()).isEqualTo(first);

    assertThat(adas.status(request)).isEqualTo("approved");
    assertThat(adas.listsNaming(ben)).containsExactly("mutual_connections");
    assertThat(bens.listsNaming(ada)).containsExactly("mutual_connections");
    assertThat(adas.events())
        .containsExactly("connection.approved", "conversation.created", "notification.created");
    assertThat(bens.events())
        .containsExactly("connection.approved", "conversation.created", "notification.read");
    assertThat(adas.bell()).containsExactly("connection.approved unread");
    assertThat(bens.bell()).containsExactly("connection.requested read");
    assertThat(adas.ledger(request))
        .containsExactly("requested by " + ada.username(), "approved by " + ben.username());
    ben.rejects(request)
        .then()
        .statusCode(409)
        .body("code", equalTo("request_not_pending"))
        .body("current.status", equalTo("approved"));
  }

  @Test
  void rejecting_tells_the_sender_and_leaves_the_receiver_free_to_ask() {
    String request = ada.requestsConnectionTo(ben);
    adas.events();
    bens.events();

    ben.rejects(request).then().statusCode(200).body("status", equalTo("rejected"));
    ben.rejects(request).then().statusCode(200).body("version", equalTo(2));

    assertThat(adas.status(request)).isEqualTo("rejected");
    assertThat(adas.listsNaming(ben)).isEmpty();
    assertThat(bens.listsNaming(ada)).isEmpty();
    assertThat(adas.finds(ben)).isTrue();
    assertThat(adas.events()).containsExactly("connection.rejected", "notification.created");
    assertThat(bens.events()).containsExactly("connection.rejected", "notification.read");
    assertThat(adas.bell()).containsExactly("connection.rejected unread");
    assertThat(bens.bell()).containsExactly("connection.requested read");
    assertThat(bens.ledger(request)).endsWith("rejected by " + ben.username());
    ben.accepts(request)
        .then()
        .statusCode(409)
        .body("code", equalTo("request_not_pending"))
        .body("current.status", equalTo("rejected"));
    ben.post("connections/", Map.of("receiver", ada.username())).then().statusCode(201);
  }

  @Test
  void withdrawing_takes_the_request_from_both() {
    String request = ada.requestsConnectionTo(ben);
    adas.events();
    bens.events();

    ada.withdraws(request).then().statusCode(200).body("status", equalTo("withdrawn"));
    ada.withdraws(request).then().statusCode(200).body("version", equalTo(2));

    assertThat(adas.listsNaming(ben)).isEmpty();
    assertThat(bens.listsNaming(ada)).isEmpty();
    assertThat(bens.status(request)).isEqualTo("withdrawn");
    assertThat(adas.events()).containsExactly("connection.withdrawn");
    assertThat(bens.events()).containsExactly("connection.withdrawn", "notification.read");
    assertThat(bens.bell()).containsExactly("connection.requested read");
    assertThat(adas.ledger(request)).endsWith("withdrawn by " + ada.username());
    ben.accepts(request)
        .then()
        .statusCode(409)
        .body("code", equalTo("request_not_pending"))
        .body("current.status", equalTo("withdrawn"));
    assertThat(ada.requestsConnectionTo(ben)).isNotEqualTo(request);
  }

  @Test
  void either_side_removes_a_connection_and_again_is_the_same() {
    for (Person remover : new Person[] {ada, ben}) {
      String connection = ada.connectsWith(ben);
      adas.events();
      bens.events();

      remover.removes(connection).then().statusCode(204);
      remover.removes(connection).then().statusCode(204);

      assertThat(adas.status(connection)).isEqualTo("removed");
      assertThat(bens.status(connection)).isEqualTo("removed");
      assertThat(adas.listsNaming(ben)).isEmpty();
      assertThat(bens.listsNaming(ada)).isEmpty();
      assertThat(adas.events()).containsExactly("connection.removed", "conversation.updated");
      assertThat(bens.events()).containsExactly("connection.removed", "conversation.updated");
      assertThat(adas.ledger(connection)).endsWith("removed by " + remover.username());
      assertThat(bens.ledger(connection)).isEqualTo(adas.ledger(connection));
    }
  }

  @Test
  void what_is_not_connected_cannot_be_removed() {
    String request = ada.requestsConnectionTo(ben);
    ada.removes(request)
        .then()
        .statusCode(409)
        .body("code", equalTo("request_pending"))
        .body("current.status", equalTo("pending"));

    ada.withdraws(request);
    ben.removes(request)
        .then()
        .statusCode(409)
        .body("code", equalTo("not_connected"))
        .body("current.status", equalTo("withdrawn"));
  }

  @Test
  void a_block_ends_the_connection() {
    String connection = ada.connectsWith(ben);
    adas.events();
    bens.events();

    ada.blocks(ben).then().statusCode(204);

    assertThat(adas.events())
        .containsExactly("connection.removed", "conversation.updated", "block.added");
    assertThat(bens.events()).containsExactly("connection.removed", "conversation.updated");
    assertThat(bens.status(connection)).isEqualTo("removed");
    assertThat(adas.relationTo(ben)).isEqualTo("blocked");
    assertThat(bens.relationTo(ada)).isEqualTo("none");
    assertThat(bens.finds(ada)).isFalse();
    assertThat(bens.ledger(connection)).endsWith("removed by " + ada.username());
    assertThat(adas.ledger(connection)).endsWith("blocked by " + ada.username());
    ben.accepts(connection)
        .then()
        .statusCode(409)
        .body("code", equalTo("request_not_pending"))
        .body("current.status", equalTo("removed"));
  }

  @Test
  void a_block_withdraws_the_blockers_own_request() {
    String request = ada.requestsConnectionTo(ben);
    bens.events();

    ada.blocks(ben).then().statusCode(204);

    assertThat(bens.status(request)).isEqualTo("withdrawn");
    assertThat(bens.events()).containsExactly("connection.withdrawn", "notification.read");
    assertThat(bens.ledger(request)).endsWith("withdrawn by " + ada.username());
    assertThat(bens.listsNaming(ada)).isEmpty();
  }

  @Test
  void lifting_a_block_brings_nothing_back() {
    String connection = ada.connectsWith(ben);
    ada.blocks(ben).then().statusCode(204);
    ada.blocks(ben).then().statusCode(204);
    adas.events();
    bens.events();

    ada.unblocks(ben).then().statusCode(204);
    ada.unblocks(ben).then().statusCode(204);

    assertThat(adas.events()).containsExactly("block.removed");
    assertThat(bens.events()).isEmpty();
    assertThat(adas.status(connection)).isEqualTo("removed");
    assertThat(adas.relationTo(ben)).isEqualTo("none");
    assertThat(bens.finds(ada)).isTrue();
    assertThat(ada.requestsConnectionTo(ben)).isNotEqualTo(connection);
  }
}
