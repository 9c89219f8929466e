package dev.parley.journey.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.journey.Database;
import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import io.restassured.path.json.JsonPath;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stream of a live session: where it begins and how it goes on. */
class LiveStreamIT {
  private final ParleyServer server = ParleyServer.shared();
  private final People people = new People(server);
  private final Database database = new Database(server);
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");

  @Test
  void a_hello_without_a_place_is_welcomed_at_the_head() {
    changesStatus(ada, 3);
    try (LiveClient live = ada.opensLiveSession()) {
      JsonPath welcome = live.saysHello();
      assertThat(welcome.getString("id")).isEqualTo("hello");
      assertThat(welcome.getLong("head")).isEqualTo(3);
      assertThat(welcome.getBoolean("resumed")).isFalse();
      assertThat(welcome.getInt("heartbeat")).isEqualTo(25);
      assertThat(welcome.getString("user.username")).isEqualTo(ada.username());
      assertThat(seqs(live.settles())).isEmpty();
    }
  }

  @Test
  void a_hello_with_a_place_resumes_there_in_order_and_goes_on_live() {
    changesStatus(ada, 5);
    try (LiveClient live = ada.opensLiveSession()) {
      assertThat(live.saysHello(epoch(ada), 2).getBoolean("resumed")).isTrue();
      changesStatus(ada, 2);
      awaitSeq(live, 7);
      assertThat(seqs(live)).containsExactly(3L, 4L, 5L, 6L, 7L);
      assertThat(live.frames().get(0).getString("type")).isEqualTo("welcome");
    }
  }

  @Test
  void a_second_hello_starts_the_stream_anew_and_doubles_nothing() {
    changesStatus(ada, 4);
    try (LiveClient live = ada.opensLiveSession()) {
      live.saysHello(epoch(ada), 0);
      awaitSeq(live, 4);
      live.sends(hello("again", epoch(ada), 1));
      live.awaitAnswer("again");
      changesStatus(ada, 1);
      awaitSeq(live, 5);
      List<JsonPath> frames = live.frames();
      int second = frames.indexOf(live.awaitAnswer("again"));
      assertThat(seqs(live.settles())).containsExactly(1L, 2L, 3L, 4L, 2L, 3L, 4L, 5L);
      assertThat(second).isNotZero();
    }
  }

  @Test
  void another_epoch_is_reset_and_the_stream_goes_on_from_the_head() {
    changesStatus(ada, 2);
    try (LiveClient live = ada.opensLiveSession()) {
      assertReset(live.saysHello("another", 1), "epoch", 2);
      changesStatus(ada, 1);
      awaitSeq(live, 3);
      assertThat(seqs(live)).containsExactly(3L);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 1_000_000, Long.MAX_VALUE})
  void a_place_ahead_of_the_head_is_reset(long since) {
    changesStatus(ada, 2);
    try (LiveClient live = ada.opensLiveSession()) {
      assertReset(live.saysHello(epoch(ada), since), "epoch", 2);
    }
  }

  @Test
  void a_place_that_was_trimmed_is_reset() {
    changesStatus(ada, 4);
    trims(ada, 3);
    try (LiveClient live = ada.opensLiveSession()) {
      assertReset(live.saysHello(epoch(ada), 2), "trimmed", 4);
    }
    ada.get("events/?since=2").then().statusCode(410);
    try (LiveClient live = ada.opensLiveSession()) {
      assertThat(live.saysHello(epoch(ada), 3).getString("type")).isEqualTo("welcome");
      awaitSeq(live, 4);
    }
  }

  @Test
  void sync_sends_what_is_after_a_place_and_then_says_where_the_head_is() {
    try (LiveClient live = ada.opensLiveSession()) {
      live.saysHello();
      changesStatus(ada, 4);
      awaitSeq(live, 4);
      live.sends("{'action':'sync','id':'s','since':1}");
      assertThat(live.awaitAnswer("s").getLong("data.head")).isEqualTo(4);
      assertThat(seqs(live)).containsExactly(1L, 2L, 3L, 4L, 2L, 3L, 4L);
      live.sends("{'action':'sync','id':'none','since':4}");
      live.awaitAnswer("none");
      assertThat(seqs(live)).hasSize(7);
    }
  }

  @Test
  void sync_beyond_the_head_is_reset_and_without_a_place_refused() {
    try (LiveClient live = ada.opensLiveSession()) {
      live.sends("{'action':'sync','id':'early','since':0}");
      assertThat(live.awaitAnswer("early").getString("code")).isEqualTo("hello_first");
      live.saysHello();
      live.sends("{'action':'sync','id':'far','since':9}");
      assertReset(live.awaitAnswer("far"), "epoch", 0);
      live.sends("{'action':'sync','id':'nowhere'}");
      assertThat(live.awaitAnswer("nowhere").getString("code")).isEqualTo("invalid_input");
    }
  }

  @Test
  void a_client_that_resumes_from_far_behind_gets_everything_and_stays_open() {
    // Far more than the outbound queue holds at once.
    writesJournal(ada, 12_000);
    try (LiveClient live = ada.opensLiveSession()) {
      live.saysHello(epoch(ada), 0);
      await().atMost(Duration.ofSeconds(60)).until(() -> live.texts().size() > 12_000);
      assertThat(live.isOpen()).isTrue();
      List<Long> all = LongStream.rangeClosed(1, 12_000).boxed().toList();
      assertThat(seqs(live)).isEqualTo(all);
    }
  }

  @Test
  void pings_are_answered_with_the_head_once_hello_was_said() {
    changesStatus(ada, 2);
    try (LiveClient live = ada.opensLiveSession()) {
      live.sends("{'action':'ping'}");
      live.await("pong");
      assertThat(live.texts()).containsExactly("{\"type\":\"pong\"}");
      live.saysHello();
      live.sends("{'action':'ping','seq':2}");
      assertThat(live.awaitFrame(f -> f.get("head") != null && f.getString("type").equals("pong")))
          .matches(pong -> pong.getLong("head") == 2);
    }
  }

  @Test
  void all_devices_of_both_people_get_the_same_events_in_the_same_order() {
    try (LiveClient phone = ada.opensLiveSession();
        LiveClient laptop = ada.onAnotherDevice().opensLiveSessionAsProgram();
        LiveClient bens = ben.opensLiveSession()) {
      List.of(phone, laptop, bens).forEach(LiveClient::saysHello);
      phone.sends("{'action':'send_request','id':'1','receiver':'%s'}".formatted(ben.username()));
      assertThat(phone.awaitAnswer("1").getString("data.status")).isEqualTo("pending");
      bens.sends("{'action':'approve_request','id':'2','sender':'%s'}".formatted(ada.username()));
      assertThat(bens.awaitAnswer("2").getString("data.status")).isEqualTo("approved");
      List.of(phone, laptop, bens).forEach(live -> live.awaitEvent("connection.approved"));
      phone.awaitEvent("notification.created");
      laptop.awaitEvent("notification.created");
      assertThat(eventTexts(laptop)).isEqualTo(eventTexts(phone));
      assertThat(seqs(bens))
          .isEqualTo(LongStream.rangeClosed(1, seqs(bens).size()).boxed().toList());
    }
  }

  private static String hello(String id, String epoch, long since) {
    return "{'action':'hello','id':'%s','device':'0190a0a0-0000-7000-8000-000000000001','epoch':'%s','since':%d}"
        .formatted(id, epoch, since);
  }

  private static void assertReset(JsonPath reset, String reason, long head) {
    assertThat(reset.getString("type")).isEqualTo("reset");
    assertThat(reset.getString("reason")).isEqualTo(reason);
    assertThat(reset.getLong("head")).isEqualTo(head);
    assertThat(reset.getString("epoch")).isNotBlank();
  }

  private static void changesStatus(Person person, int times) {
    for (int i = 0; i < times; i++) {
      person.patch("me/", Map.of("status_text", "status " + i)).then().statusCode(200);
    }
  }

  private static String epoch(Person person) {
    return person.get("snapshot/").path("epoch");
  }

  private static void awaitSeq(LiveClient live, long seq) {
    live.awaitFrame(frame -> frame.get("seq") != null && frame.getLong("seq") == seq);
  }

  private static List<Long> seqs(LiveClient live) {
    return eventTexts(live).stream()
        .map(text -> event(text).getJsonNumber("seq").longValue())
        .toList();
  }

  /** Ten thousand of them are read in no time so, and not with a JSON path. */
  private static JsonObject event(String text) {
    return Json.createReader(new StringReader(text)).readObject();
  }

  private static List<String> eventTexts(LiveClient live) {
    return live.texts().stream().filter(text -> text.contains("\"type\":\"event\"")).toList();
  }

  private void writesJournal(Person person, int events) {
    epoch(person);
    database.change(
        "insert into journal_event (user_id, seq, type, subject, at)"
            + " select user_id, s, 'user.updated', user_id, now() from journal_head, generate_series(1, "
            + events
            + ") s where user_id = ?",
        id(person));
    database.change("update journal_head set head = " + events + " where user_id = ?", id(person));
  }

  private void trims(Person person, int floor) {
    database.change(
        "delete from journal_event where seq <= " + floor + " and user_id = ?", id(person));
    database.change("update journal_head set floor = " + floor + " where user_id = ?", id(person));
  }

  private static UUID id(Person person) {
    return UUID.fromString(person.id());
  }

  @Test
  void one_sync_is_under_way_at_a_time() {
    for (int i = 0; i < 30; i++) {
      ada.patch("me/", Map.of("status_text", "number " + i)).then().statusCode(200);
    }
    try (LiveClient live = ada.opensLiveSession()) {
      live.saysHello();
      for (String id : List.of("first", "second", "third")) {
        live.sends("{'action':'sync','id':'%s','since':0}".formatted(id));
      }
      live.settles();
      List<String> answers =
          live.frames().stream()
              .skip(1)
              .map(frame -> frame.getString("event") == null ? frame.get("id") : "event")
              .map(String::valueOf)
              .toList();
      long events = answers.stream().filter("event"::equals).count() / 3;
      List<String> expected = new ArrayList<>();
      for (String id : List.of("first", "second", "third")) {
        expected.addAll(Collections.nCopies((int) events, "event"));
        expected.add(id);
      }
      expected.add("null");
      assertThat(events).isGreaterThanOrEqualTo(30);
      assertThat(answers).isEqualTo(expected);
    }
  }
}
