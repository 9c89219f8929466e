package dev.parley.journey.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Talk;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Read and delivered markers: never back, the same on all devices, and told to whom they may be.
 */
class ReadStateIT {
  private final People people = new People(ParleyServer.shared());
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");
  private final Talk talk = Talk.between(ada, ben);

  @Test
  void reading_moves_the_marker_and_leaves_the_rest_unread() {
    for (int i = 1; i <= 5; i++) {
      talk.says(ada, "m" + i);
    }
    talk.reads(ben, 2)
        .then()
        .statusCode(200)
        .body("read_seq", equalTo(2))
        .body("unread_count", equalTo(3));
    talk.reads(ben, 1).then().body("read_seq", equalTo(2)).body("unread_count", equalTo(3));
    talk.reads(ben, 99).then().body("read_seq", equalTo(5)).body("unread_count", equalTo(0));
    talk.says(ada, "m6");
    assertThat(talk.unreadOf(ben)).isEqualTo(1);
    assertThat(talk.unreadOf(ada)).isZero();
  }

  @Test
  void a_marker_that_is_no_seq_is_refused() {
    for (Object body :
        List.of(
            Map.of(),
            Map.of("seq", -1),
            Map.of("seq", "two"),
            Map.of("seq", "2"),
            Map.of("seq", 1.5),
            List.of())) {
      ben.post(talk.path("read/"), body).then().statusCode(400);
    }
  }

  @Test
  void ones_own_and_deleted_messages_are_never_unread() {
    talk.says(ben, "mine");
    String gone = talk.says(ada, "gone").getString("id");
    talk.says(ada, "stays");
    talk.says(ben, "mine too");
    assertThat(talk.unreadOf(ben)).isEqualTo(2);
    try (LiveClient bens = ben.opensLiveSession()) {
      bens.saysHello();
      talk.deletes(ada, gone).then().statusCode(204);
      assertThat(bens.awaitEvent("conversation.updated").getInt("data.unread_count")).isEqualTo(1);
    }
    talk.reads(ben, 2).then().body("unread_count", equalTo(1));
    talk.reads(ben, 3).then().body("unread_count", equalTo(0));
  }

  @Test
  void all_my_devices_agree_and_the_other_one_sees_that_i_have_read() {
    talk.says(ada, "hello");
    talk.says(ada, "are you there?");
    try (LiveClient phone = ben.opensLiveSession();
        LiveClient laptop = ben.onAnotherDevice().opensLiveSession();
        LiveClient adas = ada.opensLiveSession()) {
      phone.saysHello();
      laptop.saysHello();
      adas.saysHello();
      phone.sends(
          "{'action':'mark_read','id':'r1','conversation':'%s','seq':1}".formatted(talk.id()));
      JsonPath ack = phone.awaitAnswer("r1");
      assertThat(ack.getString("type")).isEqualTo("ack");
      assertThat(ack.getString("data.conversation")).isEqualTo(talk.id());
      assertThat(ack.getLong("data.read_seq")).isEqualTo(1);
      assertThat(ack.getLong("data.unread_count")).isEqualTo(1);

      JsonPath own = laptop.awaitEvent("read.moved");
      assertThat(own.getString("data.username")).isEqualTo(ben.username());
      assertThat(own.getLong("data.seq")).isEqualTo(1);
      assertThat(own.getLong("data.last_seq")).isEqualTo(2);
      assertThat(own.getLong("data.unread_count")).isEqualTo(1);

      JsonPath seen = adas.awaitEvent("read.moved");
      assertThat(seen.<Map<String, Object>>get("data"))
          .isEqualTo(Map.of("conversation", talk.id(), "username", ben.username(), "seq", 1));
    }
    assertThat(readSeqOf(ben, ada)).isEqualTo(1);
  }

  private Integer readSeqOf(Person reader, Person viewer) {
    return talk.seenBy(viewer)
        .get("members.find { it.user.username == '%s' }.read_seq".formatted(reader.username()));
  }

  @Test
  void who_gives_no_read_receipts_is_not_seen_reading() {
    ben.patch("me/settings/", Map.of("read_receipts", false)).then().statusCode(200);
    talk.says(ada, "hello");
    try (LiveClient adas = ada.opensLiveSession();
        LiveClient bens = ben.opensLiveSession()) {
      adas.saysHello();
      bens.saysHello();
      talk.reads(ben, 1).then().statusCode(200);
      assertThat(bens.awaitEvent("read.moved").getLong("data.seq")).isEqualTo(1);
      adas.settles();
      assertThat(adas.texts()).noneMatch(text -> text.contains(".moved"));
    }
    assertThat(readSeqOf(ben, ada)).isNull();
    assertThat(readSeqOf(ben, ben)).isEqualTo(1);
  }

  @Test
  void who_gives_no_receipts_any_more_takes_them_back_and_who_gives_them_again_shows_them() {
    Person cleo = people.register("cleo");
    ada.connectsWith(cleo);
    Talk group = Talk.group(ada, "Three", ben, cleo);
    talk.says(ada, "hello");
    talk.reads(ben, 1).then().statusCode(200);
    try (LiveClient adas = ada.opensLiveSession();
        LiveClient cleos = cleo.opensLiveSession()) {
      adas.saysHello();
      cleos.saysHello();
      String of = "data.members.find { it.user.username == '%s' }.".formatted(ben.username());
      ben.patch("me/settings/", Map.of("read_receipts", false)).then().statusCode(200);
      JsonPath hidden = adas.awaitFrame(frame -> tellsOf(frame, talk));
      assertThat(hidden.<Object>get(of + "read_seq")).isNull();
      assertThat(hidden.<Object>get(of + "delivered_seq")).isNull();
      assertThat(adas.awaitFrame(frame -> tellsOf(frame, group)).<Object>get(of + "read_seq"))
          .isNull();
      assertThat(readSeqOf(ben, ada)).isNull();

      ben.patch("me/settings/", Map.of("read_receipts", true)).then().statusCode(200);
      JsonPath shown =
          adas.awaitFrame(frame -> tellsOf(frame, talk) && frame.get(of + "read_seq") != null);
      assertThat(shown.<Integer>get(of + "read_seq")).isEqualTo(1);
      ben.patch("me/settings/", Map.of("theme", "dark")).then().statusCode(200);
      adas.settles();
      assertThat(adas.frames().stream().filter(frame -> tellsOf(frame, talk))).hasSize(2);
      // She is not connected with ben, so she never saw them.
      cleos.settles();
      assertThat(cleos.texts()).noneMatch(text -> text.contains("conversation.updated"));
    }
  }

  private static boolean tellsOf(JsonPath frame, Talk talk) {
    return "conversation.updated".equals(frame.getString("event"))
        && talk.id().equals(frame.getString("data.id"));
  }

  @Test
  void a_device_that_has_a_message_tells_its_sender() {
    talk.says(ada, "hello");
    try (LiveClient adas = ada.opensLiveSession();
        LiveClient bens = ben.opensLiveSession()) {
      adas.saysHello();
      bens.saysHello();
      bens.sends("{'action':'delivered','conversation':'%s','seq':7}".formatted(talk.id()));
      JsonPath moved = adas.awaitEvent("delivered.moved");
      assertThat(moved.<Map<String, Object>>get("data"))
          .isEqualTo(Map.of("conversation", talk.id(), "username", ben.username(), "seq", 1));
      bens.settles();
      assertThat(bens.frames()).noneMatch(frame -> "ack".equals(frame.getString("type")));
    }
    assertThat(
            talk.seenBy(ada)
                .<Integer>get(
                    "members.find { it.user.username == '%s' }.delivered_seq"
                        .formatted(ben.username())))
        .isEqualTo(1);
  }

  @Test
  void members_who_are_not_connected_do_not_see_each_other_reading() {
    Person cleo = people.register("cleo");
    ada.connectsWith(cleo);
    Talk group = Talk.group(ada, "Three", ben, cleo);
    group.says(ada, "hello");
    try (LiveClient adas = ada.opensLiveSession();
        LiveClient cleos = cleo.opensLiveSession()) {
      adas.saysHello();
      cleos.saysHello();
      group.reads(ben, 1).then().statusCode(200);
      assertThat(adas.awaitEvent("read.moved").getString("data.username"))
          .isEqualTo(ben.username());
      cleos.settles();
      assertThat(cleos.texts()).noneMatch(text -> text.contains("read.moved"));
    }
    String position =
        "members.find { it.user.username == '%s' }.read_seq".formatted(ben.username());
    assertThat(group.seenBy(ada).<Integer>get(position)).isEqualTo(1);
    assertThat(group.seenBy(cleo).<Integer>get(position)).isNull();
  }
}
