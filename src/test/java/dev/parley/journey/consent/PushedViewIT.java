package dev.parley.journey.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is pushed at the moment of a change says the same as what is read of it afterwards, to each
 * side.
 */
class PushedViewIT {
  private final People people = new People(ParleyServer.shared());
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");
  private final Person friend = people.register("friend");
  private LiveClient atAda;
  private LiveClient atBen;

  @BeforeEach
  void both_know_somebody_and_are_here() {
    ada.connectsWith(friend);
    ben.connectsWith(friend);
    ada.patch("me/", Map.of("status_text", "at sea")).then().statusCode(200);
    atAda = ada.opensLiveSession();
    atBen = ben.opensLiveSession();
    atAda.saysHello();
    atBen.saysHello();
  }

  @AfterEach
  void they_go() {
    atAda.close();
    atBen.close();
  }

  private long head(Person person) {
    return person.get("snapshot/").jsonPath().getLong("as_of_seq");
  }

  /** What an act pushes to both of them is what both read of it. */
  private void says_the_same(Runnable act) {
    long ofAda = head(ada);
    long ofBen = head(ben);
    act.run();
    same(ada, atAda, ofAda);
    same(ben, atBen, ofBen);
  }

  private static void same(Person person, LiveClient live, long since) {
    List<Map<String, Object>> read =
        person.get("events/?since=" + since).jsonPath().getList("events");
    assertThat(read).isNotEmpty();
    for (Map<String, Object> event : read) {
      long seq = ((Number) event.get("seq")).longValue();
      Map<String, Object> pushed =
          live.awaitFrame(frame -> "event".equals(frame.get("type")) && frame.getLong("seq") == seq)
              .getMap("");
      assertThat(timeless(pushed)).isEqualTo(timeless(event));
    }
  }

  /** Whoever is here was last seen now. */
  private static Object timeless(Object value) {
    if (value instanceof List<?> many) {
      return many.stream().map(PushedViewIT::timeless).toList();
    }
    if (!(value instanceof Map<?, ?> members)) {
      return value;
    }
    Map<Object, Object> timeless = new HashMap<>();
    members.forEach((name, member) -> timeless.put(name, timeless(member)));
    timeless.remove("last_seen");
    return timeless;
  }

  @Test
  void a_request_its_acceptance_and_the_end_of_it() {
    String[] connection = new String[1];
    says_the_same(() -> connection[0] = ada.requestsConnectionTo(ben));
    says_the_same(() -> ben.accepts(connection[0]).then().statusCode(200));
    says_the_same(() -> ada.removes(connection[0]).then().statusCode(204));
  }

  @Test
  void a_request_that_is_put_aside_and_then_rejected() {
    String[] connection = new String[1];
    says_the_same(() -> connection[0] = ada.requestsConnectionTo(ben));
    long head = head(ben);
    ben.ignores(connection[0]).then().statusCode(200);
    same(ben, atBen, head);
    says_the_same(() -> ben.rejects(connection[0]).then().statusCode(200));
  }

  @Test
  void a_request_that_is_taken_back() {
    String[] connection = new String[1];
    says_the_same(() -> connection[0] = ada.requestsConnectionTo(ben));
    says_the_same(() -> ada.withdraws(connection[0]).then().statusCode(200));
  }

  @Test
  void a_request_to_somebody_who_blocks_its_sender() {
    ben.blocks(ada).then().statusCode(204);
    says_the_same(() -> ada.requestsConnectionTo(ben));
  }

  @Test
  void a_connection_with_somebody_who_hides_whether_they_are_here() {
    ben.patch("me/settings/", Map.of("presence_visible", false)).then().statusCode(200);
    String[] connection = new String[1];
    says_the_same(() -> connection[0] = ada.requestsConnectionTo(ben));
    says_the_same(() -> ben.accepts(connection[0]).then().statusCode(200));
  }
}
