package dev.parley.journey.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Signals;
import dev.parley.journey.Talk;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** That somebody is typing is told live, and to whom it may be only. */
class TypingIT {
  private final People people = new People(ParleyServer.shared());
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");
  private final Talk talk = Talk.between(ada, ben);

  private static LiveClient listening(Person person) {
    LiveClient live = person.opensLiveSessionAsProgram();
    live.saysHello();
    return live;
  }

  private static void types(LiveClient live, Talk where) {
    live.sends("{'action':'typing','id':'t','conversation':'%s'}".formatted(where.id()));
  }

  private static Map<String, Object> typing(Person person, Talk where) {
    return Map.of("conversation", where.id(), "username", person.username());
  }

  @Test
  void the_other_side_is_told_on_every_device_and_nobody_is_answered() {
    try (LiveClient adas = listening(ada);
        LiveClient adasOther = listening(ada);
        LiveClient phone = listening(ben);
        LiveClient laptop = listening(ben);
        LiveClient demo = ben.opensLiveSessionAsProgram()) {
      types(adas, talk);
      phone.awaitFrame(frame -> "typing".equals(frame.getString("signal")));
      laptop.awaitFrame(frame -> "typing".equals(frame.getString("signal")));
      assertThat(Signals.heardBy(phone).typing()).containsExactly(typing(ada, talk));
      adas.settles();
      adasOther.settles();
      demo.settles();
      assertThat(adas.frames()).noneMatch(frame -> "t".equals(frame.getString("id")));
      assertThat(Signals.heardBy(adasOther).typing()).isEmpty();
      assertThat(demo.texts()).noneMatch(text -> text.contains("signal"));
    }
  }

  @Test
  void many_keys_are_one_signal_until_a_pause_is_over() {
    try (LiveClient adas = listening(ada);
        LiveClient bens = listening(ben)) {
      for (int i = 0; i < 10; i++) {
        types(adas, talk);
      }
      adas.settles();
      bens.awaitFrame(frame -> "typing".equals(frame.getString("signal")));
      Awaitility.await()
          .pollInterval(Duration.ofMillis(300))
          .atMost(Duration.ofSeconds(20))
          .until(
              () -> {
                types(adas, talk);
                return Signals.heardBy(bens).typing().size() > 1;
              });
      assertThat(adas.frames()).noneMatch(frame -> "error".equals(frame.getString("type")));
    }
  }

  @Test
  void a_flood_of_typing_within_a_second_is_one_signal() {
    Person cleo = people.register("cleo");
    ada.connectsWith(cleo);
    Talk other = Talk.ofConnected(ada, cleo);
    try (LiveClient adas = listening(ada);
        LiveClient bens = listening(ben);
        LiveClient cleos = listening(cleo)) {
      long before = System.nanoTime();
      for (int i = 0; i < 5; i++) {
        types(adas, talk);
        types(adas, other);
      }
      adas.settles();
      bens.settles();
      cleos.settles();
      long pauses = Duration.ofNanos(System.nanoTime() - before).toSeconds() / 2 + 1;
      assertThat(Signals.heardBy(bens).typing()).hasSizeBetween(1, (int) pauses);
      assertThat(Signals.heardBy(cleos).typing()).hasSizeBetween(1, (int) pauses);
    }
  }

  @Test
  void a_stranger_finds_no_conversation_to_type_in() {
    Person eve = people.register("eve");
    try (LiveClient eves = listening(eve);
        LiveClient bens = listening(ben)) {
      types(eves, talk);
      assertThat(eves.awaitAnswer("t").getString("code")).isEqualTo("not_found");
      eves.sends(
          "{'action':'typing','id':'none','conversation':'%s'}".formatted(UUID.randomUUID()));
      assertThat(eves.awaitAnswer("none").getString("code")).isEqualTo("not_found");
      eves.sends("{'action':'typing','id':'junk','conversation':'x'}");
      assertThat(eves.awaitAnswer("junk").getString("code")).isEqualTo("not_found");
      eves.sends("{'action':'typing','id':'empty'}");
      assertThat(eves.awaitAnswer("empty").getString("code")).isEqualTo("invalid_input");
      bens.settles();
      assertThat(Signals.heardBy(bens).typing()).isEmpty();
    }
  }

  @Test
  void a_closed_conversation_takes_no_typing() {
    try (LiveClient adas = listening(ada);
        LiveClient bens = listening(ben)) {
      ada.blocks(ben).then().statusCode(204);
      types(bens, talk);
      assertThat(bens.awaitAnswer("t").getString("code")).isEqualTo("not_connected");
      types(adas, talk);
      assertThat(adas.awaitAnswer("t").getString("code")).isEqualTo("not_connected");
      adas.settles();
      bens.settles();
      assertThat(Signals.heardBy(adas).typing()).isEmpty();
      assertThat(Signals.heardBy(bens).typing()).isEmpty();
    }
  }

  @Test
  void who_does_not_show_that_they_are_here_is_not_seen_typing() {
    ada.patch("me/settings/", Map.of("presence_visible", false)).then().statusCode(200);
    try (LiveClient adas = listening(ada);
        LiveClient bens = listening(ben)) {
      types(adas, talk);
      adas.settles();
      bens.settles();
      assertThat(Signals.heardBy(bens).typing()).isEmpty();
      assertThat(adas.frames()).noneMatch(frame -> "error".equals(frame.getString("type")));
    }
  }

  @Test
  void in_a_group_only_the_connections_of_the_typist_are_told_and_only_while_members() {
    Person cleo = people.register("cleo");
    ada.connectsWith(cleo);
    Talk group = Talk.group(ada, "Three", ben, cleo);
    try (LiveClient adas = listening(ada);
        LiveClient bens = listening(ben);
        LiveClient cleos = listening(cleo)) {
      types(bens, group);
      adas.awaitFrame(frame -> "typing".equals(frame.getString("signal")));
      cleos.settles();
      assertThat(Signals.heardBy(cleos).typing()).isEmpty();

      group.removes(ada, ben).then().statusCode(204);
      types(adas, group);
      cleos.awaitFrame(frame -> "typing".equals(frame.getString("signal")));
      bens.settles();
      assertThat(Signals.heardBy(bens).typing()).isEmpty();
    }
  }
}
