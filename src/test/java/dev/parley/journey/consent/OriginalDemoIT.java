package dev.parley.journey.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The original demo's protocol to the letter, on sessions that have not said hello. */
@SuppressWarnings("this-escape") // an overriding server() uses nothing of the object
public class OriginalDemoIT {
  private static final String[] LISTS = {
    "users", "sent_requests", "pending_requests", "mutual_connections"
  };

  private final People people = new People(server());
  // Names in front, as the demo's list ends with the first thousand.
  private final Person ann = people.register("0ann");
  private final Person ben = people.register("0ben");
  private LiveClient anns;
  private LiveClient bens;

  /** The server that is looked at. */
  protected ParleyServer server() {
    return ParleyServer.shared();
  }

  @BeforeEach
  void both_come() {
    anns = ann.opensLiveSession().settles();
    bens = ben.opensLiveSession().settles();
  }

  @AfterEach
  void both_leave() {
    anns.close();
    bens.close();
  }

  private static void acts(LiveClient session, String action, String member, Person other) {
    session.sends("{'action':'%s','%s':'%s'}".formatted(action, member, other.username()));
  }

  /** The only frame a session has got since the given number of frames. */
  private static JsonPath onlyFrameAfter(LiveClient session, int earlier) {
    session.settles();
    List<JsonPath> frames =
        new ArrayList<>(session.frames().subList(earlier, session.frames().size()));
    frames.removeIf(frame -> "pong".equals(frame.getString("type")));
    assertThat(frames).as(session.texts().toString()).hasSize(1);
    return frames.get(0);
  }

  private static void updates(
      JsonPath frame, List<String> sent, List<String> pending, List<String> mutual) {
    Map<String, Object> members = frame.getMap("");
    assertThat(members.keySet()).containsExactly("type", LISTS[0], LISTS[1], LISTS[2], LISTS[3]);
    assertThat(members)
        .containsEntry("type", "update_users")
        .containsEntry("sent_requests", sent)
        .containsEntry("pending_requests", pending)
        .containsEntry("mutual_connections", mutual);
  }

  private static void notifies(JsonPath frame, String message) {
    assertThat(frame.getMap(""))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("type", "notification", "message", message, "action", "refresh_users"));
  }

  @Test
  void init_connection_and_get_users_answer_the_four_lists() {
    Person cyd = people.register("0cyd");
    ann.requestsConnectionTo(cyd);
    ben.requestsConnectionTo(ann);
    for (String action : new String[] {"init_connection", "get_users"}) {
      int before = anns.settles().frames().size();
      anns.sends("{'action':'%s'}".formatted(action));
      JsonPath frame = onlyFrameAfter(anns, before);
      updates(frame, List.of(cyd.username()), List.of(ben.username()), List.of());
      assertThat(frame.getList("users", String.class))
          .contains(ben.username(), cyd.username())
          .doesNotContain(ann.username())
          .isSorted()
          .hasSizeLessThanOrEqualTo(1000);
    }
  }

  @Test
  void send_request_updates_the_sender_and_notifies_every_session_of_the_receiver() {
    try (LiveClient bensPhone = ben.opensLiveSessionAsProgram().settles()) {
      acts(anns, "send_request", "receiver", ben);

      updates(anns.await("update_users"), List.of(ben.username()), List.of(), List.of());
      String message = "New connection request from " + ann.username();
      bens.await("notification");
      bensPhone.await("notification");
      notifies(onlyFrameAfter(bens, 0), message);
      notifies(onlyFrameAfter(bensPhone, 0), message);
      updates(onlyFrameAfter(anns, 0), List.of(ben.username()), List.of(), List.of());
    }
  }

  @Test
  void approve_request_updates_the_receiver_and_notifies_the_sender() {
    ann.requestsConnectionTo(ben);
    bens.await("notification");
    int before = bens.frames().size();

    acts(bens, "approve_request", "sender", ann);

    bens.await("update_users");
    updates(onlyFrameAfter(bens, before), List.of(), List.of(), List.of(ann.username()));
    anns.await("notification");
    notifies(onlyFrameAfter(anns, 0), ben.username() + " accepted your connection request");
  }

  @Test
  void reject_request_updates_the_receiver_and_notifies_the_sender() {
    ann.requestsConnectionTo(ben);
    bens.await("notification");
    int before = bens.frames().size();

    acts(bens, "reject_request", "sender", ann);

    bens.await("update_users");
    updates(onlyFrameAfter(bens, before), List.of(), List.of(), List.of());
    anns.await("notification");
    notifies(onlyFrameAfter(anns, 0), ben.username() + " rejected your connection request");
  }

  @Test
  void ping_answers_pong_and_nothing_else() {
    assertThat(anns.settles().frames())
        .isNotEmpty()
        .allSatisfy(
            frame ->
                assertThat(frame.<String, String>getMap("")).isEqualTo(Map.of("type", "pong")));
  }

  @Test
  void anything_wrong_is_an_error_and_the_session_stays_open() {
    String[] wrong = {
      "not json",
      "[]",
      "'text'",
      "{}",
      "{'action':5}",
      "{'action':'dance'}",
      "{'action':'send_request'}",
      "{'action':'send_request','receiver':null}",
      "{'action':'send_request','receiver':'nobody-there'}",
      "{'action':'send_request','receiver':'%s'}".formatted(ann.username()),
      "{'action':'approve_request','sender':'%s'}".formatted(ben.username()),
      "{'action':'reject_request','sender':'nobody-there'}"
    };
    for (String frame : wrong) {
      int before = anns.settles().frames().size();
      anns.sends(frame);
      JsonPath error = onlyFrameAfter(anns, before);
      assertThat(error.getMap("")).as(frame).containsOnlyKeys("type", "message", "code");
      assertThat(error.getString("type")).isEqualTo("error");
      assertThat(error.getString("message")).isNotBlank();
      assertThat(error.getString("code")).matches("[a-z_]+");
    }
    assertThat(anns.isOpen()).isTrue();
  }

  @Test
  void acts_over_rest_reach_each_kind_of_session_in_its_own_way() {
    try (LiveClient modern = ben.opensLiveSession()) {
      modern.saysHello();
      String request = ann.requestsConnectionTo(ben);

      assertThat(modern.awaitEvent("connection.requested").getString("data.id")).isEqualTo(request);
      bens.await("notification");
      notifies(onlyFrameAfter(bens, 0), "New connection request from " + ann.username());
      assertThat(modern.settles().frames())
          .extracting(frame -> frame.getString("type"))
          .doesNotContain("notification", "update_users");

      ben.accepts(request);
      anns.await("notification");
      notifies(onlyFrameAfter(anns, 0), ben.username() + " accepted your connection request");
    }
  }

  @Test
  void blocked_people_miss_the_blocker_and_hear_nothing() {
    ben.blocks(ann);
    anns.sends("{'action':'get_users'}");
    assertThat(anns.await("update_users").getList("users")).doesNotContain(ben.username());

    acts(anns, "send_request", "receiver", ben);
    updates(
        anns.awaitFrame(frame -> !frame.getList("sent_requests", String.class).isEmpty()),
        List.of(ben.username()),
        List.of(),
        List.of());
    assertThat(bens.settles().texts()).noneMatch(frame -> frame.contains(ann.username()));
    bens.sends("{'action':'get_users'}");
    assertThat(bens.await("update_users").getList("pending_requests")).isEmpty();
  }

  @Test
  void people_who_hide_are_not_among_the_users_until_connected() {
    ben.patch("me/settings/", Map.of("discoverable", false)).then().statusCode(200);
    anns.sends("{'action':'get_users'}");
    assertThat(anns.await("update_users").getList("users")).doesNotContain(ben.username());
    ben.connectsWith(ann);
    anns.sends("{'action':'get_users'}");
    JsonPath connected =
        anns.awaitFrame(
            frame ->
                frame.get("mutual_connections") != null
                    && !frame.getList("mutual_connections").isEmpty());
    assertThat(connected.getList("users")).contains(ben.username());
  }
}
