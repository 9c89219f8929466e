package dev.parley.journey.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many people two others both know, told live to everybody whose number it changes. */
class MutualCountIT {
  private final People people = new People(ParleyServer.shared());
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");
  private final Person cleo = people.register("cleo");

  @Test
  void everybody_in_a_triangle_hears_of_its_closing_and_its_opening() {
    ada.connectsWith(ben);
    ada.connectsWith(cleo);
    try (LiveClient adas = ada.opensLiveSession();
        LiveClient bens = ben.opensLiveSession()) {
      adas.saysHello();
      bens.saysHello();
      String between = ben.connectsWith(cleo);
      awaitCount(adas, ben, 1);
      awaitCount(adas, cleo, 1);
      awaitCount(bens, ada, 1);

      cleo.removes(between).then().statusCode(204);
      awaitCount(adas, ben, 0);
      awaitCount(adas, cleo, 0);
      awaitCount(bens, ada, 0);
    }
  }

  @Test
  void somebody_who_only_waits_for_an_answer_hears_of_it_too() {
    ada.requestsConnectionTo(ben);
    ada.connectsWith(cleo);
    try (LiveClient adas = ada.opensLiveSession();
        LiveClient bens = ben.opensLiveSession()) {
      adas.saysHello();
      bens.saysHello();
      cleo.connectsWith(ben);
      awaitCount(adas, ben, 1);
      awaitCount(bens, ada, 1);
    }
  }

  @Test
  void nobody_else_is_told() {
    Person dora = people.register("dora");
    ada.connectsWith(dora);
    long before = head(dora);
    ada.connectsWith(ben);
    ada.connectsWith(cleo);
    assertThat(head(dora)).isEqualTo(before);
  }

  private static long head(Person person) {
    return person.get("events/?since=0&limit=1").jsonPath().getLong("head");
  }

  private static void awaitCount(LiveClient session, Person about, int count) {
    session.awaitFrame(
        frame ->
            "user.updated".equals(frame.getString("event"))
                && about.id().equals(frame.getString("data.id"))
                && isNewest(session, about, frame)
                && frame.getInt("data.mutual_count") == count);
  }

  private static boolean isNewest(LiveClient session, Person about, JsonPath frame) {
    List<JsonPath> told =
        session.frames().stream()
            .filter(other -> "user.updated".equals(other.getString("event")))
            .filter(other -> about.id().equals(other.getString("data.id")))
            .toList();
    return told.get(told.size() - 1).getLong("seq") == frame.getLong("seq");
  }
}
