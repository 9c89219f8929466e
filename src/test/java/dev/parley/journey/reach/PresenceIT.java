package dev.parley.journey.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.parley.journey.Database;
import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Signals;
import dev.parley.journey.Talk;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Who is here is known to mutual connections, and to nobody else. */
class PresenceIT {
  private static final String AWAY = "{'action':'presence','id':'p','state':'away'}";
  private static final String ONLINE = "{'action':'presence','id':'p','state':'online'}";

  private final ParleyServer server = ParleyServer.shared();
  private final People people = new People(server);
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");

  private static LiveClient listening(Person person) {
    LiveClient live = person.opensLiveSessionAsProgram();
    live.saysHello();
    return live;
  }

  private static Response seen(Person viewer, Person person) {
    return viewer.get("users/" + person.username() + "/");
  }

  private static void awaitShown(Person viewer, Person person, String state) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> state.equals(seen(viewer, person).path("presence.state")));
  }

  @Test
  void connections_see_each_other_come_be_away_and_go() {
    ada.connectsWith(ben);
    seen(ada, ben)
        .then()
        .body("presence.state", equalTo("offline"))
        .body("presence.last_seen", nullValue());
    Instant begun = Instant.now();
    try (LiveClient adas = listening(ada)) {
      Signals heard = Signals.heardBy(adas);
      try (LiveClient phone = listening(ben);
          LiveClient laptop = listening(ben)) {
        heard.awaitState(ben, "online");
        seen(ada, ben).then().body("presence.state", equalTo("online"));
        phone.sends(AWAY).settles();
        seen(ada, ben).then().body("presence.state", equalTo("online"));
        laptop.sends(AWAY);
        heard.awaitState(ben, "away");
        seen(ada, ben).then().body("presence.state", equalTo("away"));
        phone.settles();
        assertThat(phone.frames()).noneMatch(frame -> "p".equals(frame.getString("id")));
      }
      heard.awaitState(ben, "offline");
      assertThat(heard.statesOf(ben)).containsExactly("online", "away", "offline");
      Map<String, Object> last = heard.presence(ben).get(2);
      assertThat(last.keySet()).containsExactlyInAnyOrder("username", "state", "last_seen");
      assertThat(Instant.parse((String) last.get("last_seen"))).isAfter(begun.minusSeconds(1));
      seen(ada, ben)
          .then()
          .body("presence.state", equalTo("offline"))
          .body("presence.last_seen", equalTo(last.get("last_seen")));
      assertThat(
              new Database(server)
                  .look("select count(*) from last_seen where user_id = ?::uuid", ben.id()))
          .isEqualTo("1");
    }
  }

  @Test
  void who_reloads_does_not_flicker() {
    ada.connectsWith(ben);
    try (LiveClient adas = listening(ada)) {
      listening(ben).socket().abort();
      Signals heard = Signals.heardBy(adas);
      heard.awaitState(ben, "online");
      try (LiveClient again = listening(ben)) {
        again.sends(AWAY);
        heard.awaitState(ben, "away");
        assertThat(heard.statesOf(ben)).containsExactly("online", "away");
      }
    }
  }

  @Test
  void who_says_hello_is_told_who_is_here_already() {
    ada.connectsWith(ben);
    Person eve = people.register("eve");
    try (LiveClient bens = listening(ben);
        LiveClient eves = listening(eve)) {
      awaitShown(ada, ben, "online");
      try (LiveClient adas = listening(ada)) {
        Signals.heardBy(adas).awaitState(ben, "online");
        Signals.heardBy(bens).awaitState(ada, "online");
        adas.settles();
        eves.settles();
        assertThat(adas.texts()).noneMatch(text -> text.contains(eve.username()));
        assertThat(eves.texts()).noneMatch(text -> text.contains("\"signal\""));
      }
    }
  }

  @Test
  void a_state_that_is_none_is_refused_and_changes_nothing() {
    ada.connectsWith(ben);
    try (LiveClient bens = listening(ben)) {
      awaitShown(ada, ben, "online");
      for (String state : List.of("'offline'", "'busy'", "7", "null")) {
        bens.sends(
            "{'action':'presence','id':'%s','state':%s}".formatted(state.replace("'", ""), state));
        assertThat(bens.awaitAnswer(state.replace("'", "")).getString("code"))
            .isEqualTo("invalid_input");
      }
      bens.sends("{'action':'presence','id':'none'}");
      assertThat(bens.awaitAnswer("none").getString("code")).isEqualTo("invalid_input");
      seen(ada, ben).then().body("presence.state", equalTo("online"));
    }
  }

  @Test
  void strangers_and_those_whose_request_is_pending_see_nothing() {
    Person eve = people.register("eve");
    ada.requestsConnectionTo(ben);
    try (LiveClient bens = listening(ben);
        LiveClient adas = listening(ada);
        LiveClient eves = listening(eve)) {
      bens.sends(AWAY).sends(ONLINE).settles();
      seen(eve, ben).then().statusCode(200).body("presence", nullValue());
      seen(ada, ben).then().body("presence", nullValue());
      seen(ben, ada).then().body("presence", nullValue());
      seen(ben, ben).then().body("presence", nullValue());
      assertThat(eve.get("users/?q=" + ben.username()).<Object>path("users[0].presence")).isNull();
      adas.settles();
      eves.settles();
      assertThat(adas.texts()).noneMatch(text -> text.contains("\"signal\""));
      assertThat(eves.texts()).noneMatch(text -> text.contains("\"signal\""));
    }
  }

  @Test
  void a_connection_that_is_made_shows_both_and_one_that_ends_shows_nothing_more() {
    Person cleo = people.register("cleo");
    ben.connectsWith(cleo);
    try (LiveClient adas = listening(ada);
        LiveClient bens = listening(ben);
        LiveClient cleos = listening(cleo)) {
      String connection = ada.connectsWith(ben);
      Signals.heardBy(adas).awaitState(ben, "online");
      Signals.heardBy(bens).awaitState(ada, "online");

      ada.removes(connection).then().statusCode(204);
      seen(ada, ben).then().body("presence", nullValue());
      seen(ben, ada).then().body("presence", nullValue());
      int heardByAda = Signals.heardBy(adas).statesOf(ben).size();
      bens.sends(AWAY);
      // Somebody who may know is told, so by then everybody would have been.
      Signals.heardBy(cleos).awaitState(ben, "away");
      adas.settles();
      assertThat(Signals.heardBy(adas).statesOf(ben)).hasSize(heardByAda);
    }
  }

  @Test
  void a_block_ends_it_for_both_without_a_word() {
    Person cleo = people.register("cleo");
    ben.connectsWith(cleo);
    ada.connectsWith(ben);
    try (LiveClient adas = listening(ada);
        LiveClient bens = listening(ben);
        LiveClient cleos = listening(cleo)) {
      Signals.heardBy(adas).awaitState(ben, "online");
      ada.blocks(ben).then().statusCode(204);
      int heardByAda = Signals.heardBy(adas).statesOf(ben).size();
      int heardByBen = Signals.heardBy(bens).statesOf(ada).size();
      adas.sends(AWAY);
      bens.sends(AWAY);
      Signals.heardBy(cleos).awaitState(ben, "away");
      adas.settles();
      bens.settles();
      assertThat(Signals.heardBy(adas).statesOf(ben)).hasSize(heardByAda);
      assertThat(Signals.heardBy(bens).statesOf(ada)).hasSize(heardByBen);
      seen(ada, ben).then().body("presence", nullValue());
      seen(ben, ada).then().body("presence", nullValue());
    }
  }

  @Test
  void who_hides_it_looks_offline_at_once_and_shows_again_at_once() {
    ada.connectsWith(ben);
    try (LiveClient adas = listening(ada);
        LiveClient bens = listening(ben)) {
      Signals heard = Signals.heardBy(adas);
      heard.awaitState(ben, "online");
      ben.patch("me/settings/", Map.of("presence_visible", false)).then().statusCode(200);
      assertThat(heard.awaitState(ben, "offline").<Object>get("data.last_seen")).isNull();
      seen(ada, ben)
          .then()
          .body("presence.state", equalTo("offline"))
          .body("presence.last_seen", nullValue());
      int told = heard.presence(ben).size();
      bens.sends(AWAY).settles();
      seen(ada, ben).then().body("presence.state", equalTo("offline"));
      // Ben still sees ada, whose choice it is not.
      seen(ben, ada).then().body("presence.state", equalTo("online"));

      ben.patch("me/settings/", Map.of("presence_visible", true)).then().statusCode(200);
      assertThat(heard.awaitState(ben, "away").<Object>get("data.last_seen")).isNotNull();
      assertThat(heard.presence(ben)).hasSize(told + 1);
      seen(ada, ben).then().body("presence.last_seen", notNullValue());
    }
  }

  @Test
  void members_of_a_group_see_their_own_connections_only() {
    Person cleo = people.register("cleo");
    ada.connectsWith(ben);
    ada.connectsWith(cleo);
    Talk group = Talk.group(ada, "Three", ben, cleo);
    try (LiveClient bens = listening(ben);
        LiveClient cleos = listening(cleo)) {
      awaitShown(ada, ben, "online");
      String state = "members.find { it.user.username == '%s' }.user.presence";
      assertThat(group.seenBy(ada).getString(state.formatted(ben.username()) + ".state"))
          .isEqualTo("online");
      assertThat(group.seenBy(cleo).<Object>get(state.formatted(ben.username()))).isNull();
      bens.sends(AWAY);
      awaitShown(ada, ben, "away");
      cleos.settles();
      assertThat(cleos.texts()).noneMatch(text -> text.contains("\"signal\""));
    }
  }

  @Test
  void a_session_that_has_not_said_hello_is_here_but_hears_no_signals() {
    ada.connectsWith(ben);
    try (LiveClient demo = ada.opensLiveSessionAsProgram();
        LiveClient bens = listening(ben)) {
      Signals.heardBy(bens).awaitState(ada, "online");
      bens.sends(AWAY);
      awaitShown(ada, ben, "away");
      demo.settles();
      assertThat(demo.texts()).noneMatch(text -> text.contains("signal"));
    }
  }

  @Test
  void when_i_was_last_here_is_in_my_export_and_goes_with_my_account() {
    ada.connectsWith(ben);
    listening(ben).close();
    Database database = new Database(server);
    String kept = "select count(*) from last_seen where user_id = ?::uuid";
    Awaitility.await()
        .atMost(Duration.ofSeconds(40))
        .until(() -> "1".equals(database.look(kept, ben.id())));
    ben.call()
        .contentType("application/json")
        .body(Map.of("password", ben.password()))
        .delete(server.api().resolve("me/"))
        .then()
        .statusCode(204);
    assertThat(database.look(kept, ben.id())).isEqualTo("0");
    seen(ada, ben).then().statusCode(404);
  }
}
