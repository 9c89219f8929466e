package dev.parley.journey.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journey.Database;
import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Talk;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Messages over the WebSocket: acked after the commit, and events on all devices in order. */
@SuppressWarnings("this-escape") // an overriding server() uses nothing of the object
public class MessageOverLiveSessionIT {
  private final ParleyServer server = server();
  private final People people = new People(server);
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");
  private final Talk talk = Talk.between(ada, ben);

  /** The server that is looked at. */
  protected ParleyServer server() {
    return ParleyServer.shared();
  }

  @Test
  void a_message_is_acked_when_it_is_committed() {
    try (LiveClient adas = ada.opensLiveSession()) {
      adas.saysHello();
      adas.sends(talk.frame("m1", UUID.randomUUID().toString(), "hello"));
      JsonPath ack = adas.awaitAnswer("m1");
      assertThat(ack.getString("type")).isEqualTo("ack");
      assertThat(ack.getString("data.body")).isEqualTo("hello");
      assertThat(
              new Database(server)
                  .look("select body from message where id = ?::uuid", ack.getString("data.id")))
          .isEqualTo("hello");
      assertThat(talk.page(ben, "limit=1").jsonPath().<Object>get("items[0]"))
          .isEqualTo(ack.get("data"));
    }
  }

  @Test
  void everybodys_devices_get_the_messages_in_one_order() {
    try (LiveClient adasPhone = ada.opensLiveSession();
        LiveClient adasLaptop = ada.onAnotherDevice().opensLiveSession();
        LiveClient bens = ben.opensLiveSession()) {
      List<LiveClient> all = List.of(adasPhone, adasLaptop, bens);
      all.forEach(LiveClient::saysHello);
      for (int i = 0; i < 15; i++) {
        adasPhone.sends(talk.frame("a" + i, UUID.randomUUID().toString(), "a" + i));
        bens.sends(talk.frame("b" + i, UUID.randomUUID().toString(), "b" + i));
      }
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> all.stream().allMatch(session -> messagesIn(session.texts()) == 30));

      List<String> order = talk.heardBy(ben);
      for (LiveClient session : all) {
        assertThat(messages(session)).isEqualTo(order);
        List<Long> seqs = seqs(session);
        assertThat(seqs).isEqualTo(gapless(seqs));
      }
      // What one person sends on one session keeps its order.
      assertThat(order.stream().filter(body -> body.startsWith("a")))
          .isEqualTo(IntStream.range(0, 15).mapToObj(i -> "a" + i).toList());
    }
  }

  /** Looked at so often while they come that reading each as JSON would take the longest. */
  private static long messagesIn(List<String> frames) {
    return frames.stream().filter(frame -> frame.contains("\"event\":\"message.sent\"")).count();
  }

  private static List<String> messages(LiveClient session) {
    return events(session).stream()
        .filter(event -> "message.sent".equals(event.getString("event")))
        .map(event -> event.getString("data.body"))
        .toList();
  }

  private static List<JsonPath> events(LiveClient session) {
    return session.frames().stream()
        .filter(frame -> "event".equals(frame.getString("type")))
        .toList();
  }

  private static List<Long> seqs(LiveClient session) {
    return events(session).stream().map(event -> event.getLong("seq")).toList();
  }

  private static List<Long> gapless(List<Long> seqs) {
    return LongStream.range(seqs.get(0), seqs.get(0) + seqs.size()).boxed().toList();
  }

  @Test
  void what_is_wrong_with_a_frame_is_said_with_the_codes_of_rest() {
    try (LiveClient adas = ada.opensLiveSession()) {
      adas.saysHello();
      adas.sends(talk.frame("1", "c1", ""));
      assertRefused(adas, "1", "empty_message");
      adas.sends(
          "{'action':'send_message','id':'2','conversation':'%s','body':'hi'}"
              .formatted(talk.id()));
      assertRefused(adas, "2", "invalid_client_id");
      adas.sends(Talk.of(UUID.randomUUID().toString()).frame("3", "c1", "hi"));
      assertRefused(adas, "3", "not_found");
      adas.sends("{'action':'send_message','id':'4','client_id':'c1','body':'hi'}");
      assertRefused(adas, "4", "invalid_input");
      adas.sends(
          "{'action':'mark_read','id':'5','conversation':'%s','seq':'x'}".formatted(talk.id()));
      assertRefused(adas, "5", "invalid_input");
      adas.sends(
          "{'action':'mark_read','id':'6','conversation':'%s','seq':1}"
              .formatted(UUID.randomUUID()));
      assertRefused(adas, "6", "not_found");
      ben.blocks(ada).then().statusCode(204);
      adas.sends(talk.frame("7", "c1", "hi"));
      assertRefused(adas, "7", "not_connected");
      assertThat(adas.isOpen()).isTrue();
    }
  }

  private static void assertRefused(LiveClient session, String id, String code) {
    JsonPath error = session.awaitAnswer(id);
    assertThat(error.getString("type")).isEqualTo("error");
    assertThat(error.getString("code")).isEqualTo(code);
  }

  @Test
  void what_was_sent_while_i_was_away_comes_when_i_return() {
    JsonPath welcome;
    try (LiveClient bens = ben.opensLiveSession()) {
      welcome = bens.saysHello();
    }
    String first = talk.says(ada, "one").getString("id");
    talk.edits(ada, first, "one!").then().statusCode(200);
    talk.deletes(ada, talk.says(ada, "two").getString("id")).then().statusCode(204);
    try (LiveClient bens = ben.opensLiveSession()) {
      bens.saysHello(welcome.getString("epoch"), welcome.getLong("head"));
      bens.awaitEvent("message.deleted");
      // A replay tells the present: edited is edited, deleted is deleted.
      assertThat(messages(bens)).containsExactly("one!", "");
    }
  }
}
