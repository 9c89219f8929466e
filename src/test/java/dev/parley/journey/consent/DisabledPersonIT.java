package dev.parley.journey.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.parley.journey.Administrator;
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
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an account that an administrator has disabled is to others: away for good, everywhere. */
class DisabledPersonIT {
  private static final int DECISIONS = 12;

  private final ParleyServer server = ParleyServer.shared();
  private final People people = new People(server);
  private final Administrator root = Administrator.of(server);
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");
  private final Person stranger = people.register("stranger");
  private String connection;
  private Talk talk;

  @BeforeEach
  void ada_and_ben_are_connected() {
    connection = ada.connectsWith(ben);
    talk = Talk.ofConnected(ada, ben);
  }

  private Response page(Person viewer, Person of) {
    return viewer.get("users/" + of.username() + "/");
  }

  private static void assertUnknown(Response answer, Response nobody) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(404);
    assertThat(answer.asString()).isEqualTo(nobody.asString());
  }

  @Test
  void a_connection_sees_somebody_who_is_away_for_good_in_lists_and_on_the_page_alike() {
    ben.patch("me/", Map.of("status_text", "Back at three"));
    try (LiveClient bens = ben.opensLiveSession()) {
      bens.saysHello();
      root.disables(ben).then().statusCode(200);
      bens.awaitCloseCode();
    }
    JsonPath seen = page(ada, ben).then().statusCode(200).extract().jsonPath();
    assertThat(seen.getString("connection")).isEqualTo("connected");
    assertThat(seen.getBoolean("switched_off")).isTrue();
    assertThat(seen.getString("status_text")).isEmpty();
    assertThat(seen.getMap("presence")).containsEntry("state", "offline");
    assertThat(seen.getString("presence.last_seen")).isNull();
    Map<String, Object> one = seen.getMap("$");
    assertThat(ada.get("users/").jsonPath().getMap("mutual_connections[0]")).isEqualTo(one);
    assertThat(ada.get("connections/" + connection + "/").jsonPath().getMap("receiver"))
        .isEqualTo(one);
    assertThat(
            talk.seenBy(ada)
                .getMap("members.find { it.user.username == '%s' }.user".formatted(ben.username())))
        .isEqualTo(one);
    assertThat(Sight.of(ada).finds(ben)).isFalse();
    ada.get("search/?q=" + ben.username())
        .then()
        .body("people.items.username", not(hasItem(ben.username())));
  }

  @Test
  void nobody_sends_to_somebody_who_is_disabled_and_all_is_as_before_when_they_are_enabled() {
    String said = talk.says(ada, "hello").getString("id");
    root.disables(ben).then().statusCode(200);
    assertThat(talk.seenBy(ada).getBoolean("can_send")).isFalse();
    for (Response refused :
        List.of(
            talk.sends(ada, "are you there?"),
            talk.edits(ada, said, "hello?"),
            talk.reacts(ada, said, "👍"),
            ada.post("conversations/", Map.of("username", ben.username())))) {
      refused.then().statusCode(403).body("code", equalTo("not_connected"));
    }
    Sight adas = Sight.of(ada);
    assertThat(adas.reasonsAgainst(ben)).containsExactly("account_switched_off");
    page(ada, ben)
        .then()
        .body("switched_off", equalTo(true))
        .body("presence.state", equalTo("offline"));

    root.enables(ben).then().statusCode(200);
    talk.says(ada, "welcome back");
    Person again = ben.onAnotherDevice();
    assertThat(talk.heardBy(again)).containsExactly("hello", "welcome back");
    assertThat(page(ada, ben).jsonPath().getMap("$")).doesNotContainKey("switched_off");
    assertThat(adas.reasonsAgainst(ben)).containsExactly("already_connected");
  }

  @Test
  void the_devices_of_connections_are_told_at_once_of_both() {
    try (LiveClient adas = ada.opensLiveSession()) {
      adas.saysHello();
      root.disables(ben).then().statusCode(200);
      adas.awaitFrame(frame -> isAbout(frame, "conversation.updated", "data.can_send", "false"));
      JsonPath off =
          adas.awaitFrame(frame -> isAbout(frame, "user.updated", "data.switched_off", "true"));
      assertThat(off.getString("data.username")).isEqualTo(ben.username());
      assertThat(off.getString("data.presence.state")).isEqualTo("offline");
      root.disables(ben).then().statusCode(200);
      root.enables(ben).then().statusCode(200);
      adas.awaitFrame(frame -> isAbout(frame, "conversation.updated", "data.can_send", "true"));
      JsonPath on =
          adas.awaitFrame(frame -> isAbout(frame, "user.updated", "data.switched_off", null));
      assertThat(on.getString("data.username")).isEqualTo(ben.username());
      adas.settles();
      assertThat(
              adas.frames().stream()
                  .filter(frame -> "user.updated".equals(frame.getString("event")))
                  .count())
          .as("a repeat is no news")
          .isEqualTo(2);
    }
  }

  private static boolean isAbout(JsonPath frame, String event, String path, String value) {
    return event.equals(frame.getString("event")) && Objects.equals(frame.getString(path), value);
  }

  @Test
  void somebody_disabled_can_be_blocked_and_removed() {
    root.disables(ben).then().statusCode(200);
    ada.blocks(ben).then().statusCode(204);
    ada.get("blocks/").then().body("items.username", hasItem(ben.username()));
    page(ada, ben).then().statusCode(200).body("connection", equalTo("blocked"));
    assertThat(Sight.of(ada).status(connection)).isEqualTo("removed");
    ada.unblocks(ben).then().statusCode(204);

    Person cleo = people.register("cleo");
    root.enables(ben).then().statusCode(200);
    Person again = ben.onAnotherDevice();
    String other = again.connectsWith(cleo);
    root.disables(ben).then().statusCode(200);
    cleo.removes(other).then().statusCode(204);
    root.enables(ben).then().statusCode(200);
    assertThat(Talk.of(talk.id()).seenBy(ada).getBoolean("can_send")).isFalse();
    assertThat(page(cleo, ben).<String>path("connection")).isEqualTo("none");
  }

  @Test
  void to_a_stranger_somebody_disabled_is_nobody_in_every_call() {
    Talk own = Talk.group(stranger, "Mine");
    root.disables(ben).then().statusCode(200);
    String nobody = "nobody-" + UUID.randomUUID().toString().substring(0, 8);
    List<Function<String, Response>> calls =
        List.of(
            name -> stranger.get("users/" + name + "/"),
            name -> stranger.get("users/" + name + "/reachability/"),
            name -> stranger.post("connections/", Map.of("receiver", name)),
            name -> stranger.put("blocks/" + name + "/"),
            name -> stranger.delete("blocks/" + name + "/"),
            name -> stranger.post("conversations/", Map.of("username", name)),
            name -> stranger.post("conversations/", Map.of("title", "x", "members", List.of(name))),
            name -> stranger.put(own.path("members/" + name + "/")),
            name -> stranger.delete(own.path("members/" + name + "/")),
            name -> stranger.get("search/?q=hello&from=" + name));
    calls.forEach(call -> assertUnknown(call.apply(ben.username()), call.apply(nobody)));
    try (LiveClient live = stranger.opensLiveSession()) {
      live.saysHello();
      for (String frame :
          List.of(
              "{'action':'withdraw_request','id':'%2$s','receiver':'%1$s'}",
              "{'action':'remove_connection','id':'%2$s','username':'%1$s'}",
              "{'action':'approve_request','id':'%2$s','sender':'%1$s'}",
              "{'action':'unblock','id':'%2$s','username':'%1$s'}")) {
        String real = UUID.randomUUID().toString();
        String none = UUID.randomUUID().toString();
        live.sends(frame.formatted(ben.username(), real)).sends(frame.formatted(nobody, none));
        assertThat(live.awaitAnswer(real).getString("code")).isEqualTo("unknown_user");
        assertThat(live.awaitAnswer(none).getString("code")).isEqualTo("unknown_user");
      }
    }
    assertThat(Sight.of(stranger).finds(ben)).isFalse();
  }

  @Test
  void a_member_of_a_shared_group_finds_the_page_and_nobody_brings_them_in_or_calls_them() {
    ada.connectsWith(stranger);
    Talk group = Talk.group(ada, "Ours", ben, stranger);
    Talk other = Talk.group(ada, "Other");
    root.disables(ben).then().statusCode(200);
    page(stranger, ben).then().statusCode(200).body("connection", equalTo("none"));
    stranger
        .post("connections/", Map.of("receiver", ben.username()))
        .then()
        .statusCode(409)
        .body("code", equalTo("account_switched_off"));
    assertThat(Sight.of(stranger).reasonsAgainst(ben)).containsExactly("account_switched_off");
    other.brings(ada, ben).then().statusCode(403).body("code", equalTo("not_connected"));
    Talk.beginsGroup(ada, "More", ben).then().statusCode(403);
    assertThat(group.says(ada, "hello @" + ben.username()).getList("mentions")).isEmpty();
    assertThat(group.members(ada)).contains(ben.username());
    group.removes(ada, ben).then().statusCode(204);
  }

  @Test
  void requests_of_and_to_somebody_disabled_look_as_before_and_connect_nobody() {
    Person cleo = people.register("cleo");
    Person dan = people.register("dan");
    String from = ben.requestsConnectionTo(cleo);
    String to = dan.requestsConnectionTo(ben);
    List<String> before = List.of(record(cleo, from), record(dan, to));
    root.disables(ben).then().statusCode(200);
    assertThat(List.of(record(cleo, from), record(dan, to))).isEqualTo(before);
    page(cleo, ben).then().statusCode(200).body("connection", equalTo("received"));
    cleo.accepts(from)
        .then()
        .statusCode(409)
        .body("code", equalTo("account_switched_off"))
        .body("current.status", equalTo("pending"));
    cleo.post("connections/", Map.of("receiver", ben.username()))
        .then()
        .statusCode(409)
        .body("code", equalTo("account_switched_off"));
    dan.post("connections/", Map.of("receiver", ben.username()))
        .then()
        .statusCode(200)
        .body("id", equalTo(to))
        .body("status", equalTo("pending"));
    assertThat(List.of(record(cleo, from), record(dan, to))).isEqualTo(before);
    dan.withdraws(to).then().statusCode(200);
    root.enables(ben).then().statusCode(200);
    cleo.accepts(from).then().statusCode(200).body("status", equalTo("approved"));
    assertThat(Talk.ofConnected(cleo, ben).seenBy(cleo).getBoolean("can_send")).isTrue();
  }

  private static String record(Person viewer, String connection) {
    return viewer.get("connections/" + connection + "/").asString();
  }

  @Test
  void a_link_of_somebody_disabled_leads_to_nobody() {
    String url = ben.post("connection-links/", Map.of("auto_accept", true, "uses", 2)).path("url");
    Map<String, String> code = Map.of("code", url.substring(url.lastIndexOf('/') + 1));
    root.disables(ben).then().statusCode(200);
    for (Person person : List.of(ada, stranger)) {
      person
          .post("connection-links/redeem/", code)
          .then()
          .statusCode(404)
          .body("code", equalTo("link_not_found"));
    }
  }

  @Test
  void counts_of_mutual_connections_leave_the_disabled_out_and_are_told() {
    Person cleo = people.register("cleo");
    ada.connectsWith(cleo);
    ben.connectsWith(cleo);
    assertThat(page(ada, cleo).<Integer>path("mutual_count")).isEqualTo(1);
    try (LiveClient adas = ada.opensLiveSession()) {
      adas.saysHello();
      root.disables(ben).then().statusCode(200);
      JsonPath told =
          adas.awaitFrame(
              frame -> isAbout(frame, "user.updated", "data.username", cleo.username()));
      assertThat(told.getInt("data.mutual_count")).isZero();
      root.enables(ben).then().statusCode(200);
      adas.awaitFrame(
          frame ->
              isAbout(frame, "user.updated", "data.username", cleo.username())
                  && frame.getInt("data.mutual_count") == 1);
    }
  }

  @Test
  void a_message_that_names_somebody_and_the_decision_about_them_do_not_wait_for_each_other()
      throws Exception {
    Talk group = Talk.group(ada, "Ours", ben);
    AtomicBoolean over = new AtomicBoolean();
    List<CompletableFuture<List<Integer>>> writers =
        Stream.of(1, 2, 3)
            .map(i -> CompletableFuture.supplyAsync(() -> calls(group, over)))
            .toList();
    for (int i = 0; i < DECISIONS; i++) {
      root.disables(ben).then().statusCode(200);
      root.enables(ben).then().statusCode(200);
    }
    over.set(true);
    for (CompletableFuture<List<Integer>> writer : writers) {
      assertThat(writer.get()).isNotEmpty().containsOnly(201);
    }
  }

  private List<Integer> calls(Talk group, AtomicBoolean over) {
    List<Integer> answers = new ArrayList<>();
    while (!over.get()) {
      answers.add(group.sends(ada, "hello @" + ben.username()).statusCode());
    }
    return answers;
  }
}
