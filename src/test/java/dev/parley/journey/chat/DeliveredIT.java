package dev.parley.journey.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Talk;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How far a device has got is told to whom it may be, never back and never past the end. */
class DeliveredIT {
  private final People people = new People(ParleyServer.shared());
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");
  private final Talk talk = Talk.between(ada, ben);

  private static LiveClient listening(Person person) {
    LiveClient live = person.opensLiveSessionAsProgram();
    live.saysHello();
    return live;
  }

  private LiveClient delivers(LiveClient live, String seq) {
    return live.sends(
        "{'action':'delivered','id':'d','conversation':'%s','seq':%s}".formatted(talk.id(), seq));
  }

  private Long seenBy(Person viewer, Person member) {
    Number seq =
        talk.seenBy(viewer)
            .get(
                "members.find { it.user.username == '%s' }.delivered_seq"
                    .formatted(member.username()));
    return seq == null ? null : seq.longValue();
  }

  @Test
  void it_never_moves_back_and_ends_at_the_end() {
    talk.says(ada, "one");
    talk.says(ada, "two");
    try (LiveClient bens = listening(ben);
        LiveClient adas = listening(ada)) {
      delivers(bens, "2").settles();
      delivers(bens, "1").settles();
      delivers(bens, "2").settles();
      assertThat(seenBy(ada, ben)).isEqualTo(2);
      talk.says(ada, "three");
      delivers(bens, "99").settles();
      assertThat(seenBy(ada, ben)).isEqualTo(3);
      adas.awaitFrame(
          frame ->
              "delivered.moved".equals(frame.getString("event")) && frame.getLong("data.seq") == 3);
      // An event shows the present, so how many tell the same place depends on when they are read.
      assertThat(
              adas.frames().stream()
                  .filter(frame -> "delivered.moved".equals(frame.getString("event")))
                  .map(frame -> frame.getLong("data.seq")))
          .isSorted();
      assertThat(bens.frames()).noneMatch(frame -> "d".equals(frame.getString("id")));
    }
  }

  @Test
  void reading_is_having() {
    talk.says(ada, "one");
    talk.reads(ben, 1).then().statusCode(200);
    assertThat(seenBy(ada, ben)).isEqualTo(1);
  }

  @Test
  void who_gives_no_read_receipts_gives_none_of_delivery_either() {
    ben.patch("me/settings/", Map.of("read_receipts", false)).then().statusCode(200);
    talk.says(ada, "one");
    try (LiveClient bens = listening(ben);
        LiveClient adas = listening(ada)) {
      delivers(bens, "1");
      bens.awaitEvent("delivered.moved");
      adas.settles();
      assertThat(adas.texts()).noneMatch(text -> text.contains("delivered.moved"));
    }
    assertThat(seenBy(ada, ben)).isNull();
    assertThat(seenBy(ben, ben)).isEqualTo(1);
  }

  @Test
  void strangers_and_places_that_are_none_are_refused() {
    talk.says(ada, "one");
    try (LiveClient eves = listening(people.register("eve"));
        LiveClient bens = listening(ben)) {
      assertThat(delivers(eves, "1").awaitAnswer("d").getString("code")).isEqualTo("not_found");
      for (String seq : new String[] {"-1", "'two'", "1.5", "null"}) {
        bens.sends(
            "{'action':'delivered','id':'s%s','conversation':'%s','seq':%s}"
                .formatted(seq.replace("'", ""), talk.id(), seq));
        assertThat(bens.awaitAnswer("s" + seq.replace("'", "")).getString("code"))
            .isEqualTo("invalid_input");
      }
    }
    assertThat(seenBy(ada, ben)).isZero();
  }

  @Test
  void after_a_removal_nobody_sees_how_far_the_other_has_got() {
    talk.says(ada, "one");
    try (LiveClient bens = listening(ben);
        LiveClient adas = listening(ada)) {
      ada.blocks(ben).then().statusCode(204);
      delivers(bens, "1").settles();
      adas.settles();
      assertThat(adas.texts()).noneMatch(text -> text.contains("delivered.moved"));
    }
    assertThat(seenBy(ada, ben)).isNull();
  }
}
