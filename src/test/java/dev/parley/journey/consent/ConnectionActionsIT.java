package dev.parley.journey.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Sight;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The acts of the state machine as frames of live sessions that have said hello. */
class ConnectionActionsIT {
  private final People people = new People(ParleyServer.shared());
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");
  private final Sight adas = Sight.of(ada);
  private final Sight bens = Sight.of(ben);
  private LiveClient adasSession;
  private LiveClient bensSession;
  private int frames;

  @BeforeEach
  void both_say_hello() {
    adasSession = ada.opensLiveSession();
    bensSession = ben.opensLiveSession();
    adasSession.saysHello();
    bensSession.saysHello();
  }

  @AfterEach
  void both_leave() {
    adasSession.close();
    bensSession.close();
  }

  private JsonPath answer(LiveClient session, String action, String member, String value) {
    String id = "frame-" + ++frames;
    session.sends("{'action':'%s','id':'%s','%s':'%s'}".formatted(action, id, member, value));
    return session.awaitAnswer(id);
  }

  private JsonPath adaSends() {
    return answer(adasSession, "send_request", "receiver", ben.username());
  }

  private JsonPath benAnswers(String action) {
    return answer(bensSession, action, "sender", ada.username());
  }

  private static void isAck(JsonPath answer, String status) {
    assertThat(answer.getString("type")).as(answer.prettify()).isEqualTo("ack");
    assertThat(answer.getString("data.status")).isEqualTo(status);
  }

  private static void isError(JsonPath answer, String code) {
    assertThat(answer.getString("type")).as(answer.prettify()).isEqualTo("error");
    assertThat(answer.getString("code")).isEqualTo(code);
    assertThat(answer.getString("message")).isNotBlank();
  }

  @Test
  void a_request_with_a_note_is_sent_and_approved() {
    adasSession.sends(
        "{'action':'send_request','id':'r','receiver':'%s','note':'hello Ben'}"
            .formatted(ben.username()));
    JsonPath ack = adasSession.awaitAnswer("r");
    isAck(ack, "pending");
    assertThat(ack.getString("data.note")).isEqualTo("hello Ben");
    String id = ack.getString("data.id");
    assertThat(bensSession.awaitEvent("connection.requested").getString("data.id")).isEqualTo(id);

    isAck(benAnswers("approve_request"), "approved");
    isAck(benAnswers("approve_request"), "approved");
    assertThat(adasSession.awaitEvent("connection.approved").getString("data.id")).isEqualTo(id);
    assertThat(adas.ledger(id))
        .containsExactly("requested by " + ada.username(), "approved by " + ben.username());
  }

  @Test
  void crossing_frames_connect() {
    adaSends();
    isAck(answer(bensSession, "send_request", "receiver", ada.username()), "approved");
    isAck(adaSends(), "approved");
  }

  @Test
  void a_request_is_rejected_and_waits() {
    String id = adaSends().getString("data.id");
    isAck(benAnswers("reject_request"), "rejected");
    assertThat(adasSession.awaitEvent("connection.rejected").getString("data.id")).isEqualTo(id);
    JsonPath again = adaSends();
    isError(again, "request_cooldown");
    assertThat(again.getString("retry_at")).isNotBlank();
    JsonPath late = benAnswers("approve_request");
    isError(late, "request_not_pending");
    assertThat(late.getString("current.status")).isEqualTo("rejected");
  }

  @Test
  void a_request_is_ignored_without_a_word_to_its_sender() {
    String id = adaSends().getString("data.id");
    isAck(benAnswers("ignore_request"), "ignored");
    assertThat(bensSession.awaitEvent("connection.ignored").getString("data.status"))
        .isEqualTo("ignored");
    adasSession.settles();
    assertThat(adasSession.texts()).noneMatch(frame -> frame.contains("ignored"));
    assertThat(adas.status(id)).isEqualTo("pending");
    isAck(benAnswers("approve_request"), "approved");
  }

  @Test
  void a_request_is_withdrawn() {
    String id = adaSends().getString("data.id");
    isAck(answer(adasSession, "withdraw_request", "receiver", ben.username()), "withdrawn");
    isAck(answer(adasSession, "withdraw_request", "receiver", ben.username()), "withdrawn");
    assertThat(bensSession.awaitEvent("connection.withdrawn").getString("data.id")).isEqualTo(id);
    isError(benAnswers("approve_request"), "request_not_pending");
  }

  @Test
  void a_connection_is_removed_by_either_and_again() {
    String id = ada.connectsWith(ben);
    isAck(answer(bensSession, "remove_connection", "username", ada.username()), "removed");
    isAck(answer(adasSession, "remove_connection", "username", ben.username()), "removed");
    assertThat(adasSession.awaitEvent("connection.removed").getString("data.id")).isEqualTo(id);
    assertThat(adas.ledger(id)).endsWith("removed by " + ben.username());
  }

  @Test
  void what_is_pending_or_nothing_cannot_be_removed() {
    isError(answer(adasSession, "remove_connection", "username", ben.username()), "not_connected");
    adaSends();
    JsonPath refused = answer(bensSession, "remove_connection", "username", ada.username());
    isError(refused, "request_pending");
    assertThat(refused.getString("current.status")).isEqualTo("pending");
  }

  @Test
  void a_block_acknowledges_what_it_ended_and_an_unblock_nothing() {
    String id = ada.connectsWith(ben);
    JsonPath ack = answer(adasSession, "block", "username", ben.username());
    isAck(ack, "removed");
    assertThat(ack.getString("data.id")).isEqualTo(id);
    assertThat(bensSession.awaitEvent("connection.removed").getString("data.sender.connection"))
        .isEqualTo("none");
    assertThat(adasSession.awaitEvent("block.added").getString("data.connection"))
        .isEqualTo("blocked");
    isError(adaSends(), "blocked_by_you");

    JsonPath unblocked = answer(adasSession, "unblock", "username", ben.username());
    assertThat(unblocked.getString("type")).isEqualTo("ack");
    assertThat(unblocked.getMap("")).containsEntry("data", null);
    bensSession.settles();
    assertThat(bensSession.texts()).noneMatch(frame -> frame.contains("block"));
  }

  @Test
  void a_block_of_a_stranger_acknowledges_nothing() {
    JsonPath ack = answer(adasSession, "block", "username", ben.username());
    assertThat(ack.getString("type")).isEqualTo("ack");
    assertThat(ack.getMap("")).containsEntry("data", null);
    assertThat(bens.relationTo(ada)).isEqualTo("none");
  }

  @Test
  void the_lists_of_the_demo_are_acknowledged_too() {
    for (String action : List.of("init_connection", "get_users")) {
      adasSession.sends("{'action':'%s','id':'%s'}".formatted(action, action));
      JsonPath ack = adasSession.awaitAnswer(action);
      assertThat(ack.getString("type")).isEqualTo("ack");
      assertThat(ack.getMap("")).containsEntry("data", null);
    }
    assertThat(adasSession.frames())
        .filteredOn(frame -> "update_users".equals(frame.getString("type")))
        .hasSize(2);
  }

  @Test
  void refusals_carry_the_codes_of_rest_and_leave_the_session_open() {
    isError(
        answer(adasSession, "send_request", "receiver", ada.username()),
        "cannot_connect_to_yourself");
    isError(answer(adasSession, "send_request", "receiver", "no-such-person"), "unknown_user");
    isError(answer(adasSession, "send_request", "receiver", "a\\u0000b"), "invalid_input");
    isError(benAnswers("approve_request"), "no_request");
    isError(benAnswers("ignore_request"), "no_request");
    isError(answer(adasSession, "withdraw_request", "receiver", ben.username()), "no_request");
    isError(answer(adasSession, "approve_request", "receiver", ben.username()), "invalid_input");
    ben.patch("me/settings/", Map.of("who_may_request_me", "nobody"));
    isError(adaSends(), "not_accepting_requests");
    assertThat(adasSession.isOpen()).isTrue();
  }
}
