package dev.parley.journey.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.parley.journey.Database;
import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Talk;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The same client_id of the same sender is the same message, for ever and however it comes. */
class IdempotencyIT {
  private final ParleyServer server = ParleyServer.shared();
  private final People people = new People(server);
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");
  private final Talk talk = Talk.between(ada, ben);
  private final String clientId = UUID.randomUUID().toString();

  @Test
  void a_retry_gets_the_first_message() {
    Response first = talk.sends(ada, clientId, "hello");
    first.then().statusCode(201);
    Response second = talk.sends(ada, clientId, "something else");
    second.then().statusCode(200);
    assertThat(second.jsonPath().<Object>get("")).isEqualTo(first.jsonPath().get(""));
    assertThat(talk.heardBy(ben)).containsExactly("hello");
    assertThat(talk.unreadOf(ben)).isEqualTo(1);

    ben.blocks(ada).then().statusCode(204);
    talk.sends(ada, clientId, "hello").then().statusCode(200).body("seq", equalTo(1));
  }

  @Test
  void two_senders_may_choose_the_same_one() {
    talk.sends(ada, clientId, "hello").then().statusCode(201);
    talk.sends(ben, clientId, "hello yourself").then().statusCode(201);
  }

  @Test
  void in_another_conversation_it_is_refused() {
    talk.sends(ada, clientId, "hello").then().statusCode(201);
    Talk other = Talk.between(ada, people.register("cleo"));
    other
        .sends(ada, clientId, "hello")
        .then()
        .statusCode(409)
        .body("code", equalTo("client_id_used"))
        .body("current.conversation", equalTo(talk.id()));
    assertThat(other.heardBy(ada)).isEmpty();
  }

  @Test
  void fifty_at_once_over_rest_and_live_sessions_are_one_message() throws Exception {
    ExecutorService crowd = Executors.newFixedThreadPool(10);
    try (LiveClient phone = ada.opensLiveSession();
        LiveClient laptop = ada.onAnotherDevice().opensLiveSession()) {
      phone.saysHello();
      laptop.saysHello();
      List<Future<Response>> calls = new ArrayList<>();
      for (int i = 0; i < 26; i++) {
        calls.add(crowd.submit(() -> talk.sends(ada, clientId, "once")));
      }
      for (int i = 0; i < 12; i++) {
        phone.sends(talk.frame("p" + i, clientId, "once"));
        laptop.sends(talk.frame("l" + i, clientId, "once"));
      }
      List<Object> answers = new ArrayList<>();
      List<Integer> statuses = new ArrayList<>();
      for (Future<Response> call : calls) {
        answers.add(call.get().jsonPath().get(""));
        statuses.add(call.get().statusCode());
      }
      for (int i = 0; i < 12; i++) {
        answers.add(phone.awaitAnswer("p" + i).get("data"));
        answers.add(laptop.awaitAnswer("l" + i).get("data"));
      }
      assertThat(answers).hasSize(50).containsOnly(answers.get(0));
      assertThat(statuses).isSubsetOf(200, 201);
      assertThat(statuses.stream().filter(status -> status == 201).count()).isLessThanOrEqualTo(1);
      assertThat(rows()).isEqualTo("1");
      assertThat(talk.heardBy(ben)).containsExactly("once");
      phone.settles();
      assertThat(phone.frames().stream().filter(f -> "message.sent".equals(f.getString("event"))))
          .hasSize(1);
    } finally {
      crowd.shutdownNow();
    }
  }

  @Test
  void at_once_in_two_conversations_it_goes_into_one() throws Exception {
    Talk other = Talk.between(ada, people.register("cleo"));
    ExecutorService crowd = Executors.newFixedThreadPool(10);
    try {
      for (int round = 0; round < 10; round++) {
        String same = UUID.randomUUID().toString();
        List<Future<Response>> calls = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
          calls.add(crowd.submit(() -> talk.sends(ada, same, "here")));
          calls.add(crowd.submit(() -> other.sends(ada, same, "there")));
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Response> call : calls) {
          statuses.add(call.get().statusCode());
        }
        assertThat(statuses).containsOnly(201, 200, 409);
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
        assertThat(statuses.stream().filter(status -> status == 409)).hasSize(5);
      }
    } finally {
      crowd.shutdownNow();
    }
  }

  @Test
  void after_a_reconnect_the_unacked_message_is_sent_again_and_is_one() {
    try (LiveClient adas = ada.opensLiveSession()) {
      adas.saysHello();
      adas.sends(talk.frame("1", clientId, "hello"));
    }
    try (LiveClient adas = ada.opensLiveSession()) {
      adas.saysHello();
      adas.sends(talk.frame("2", clientId, "hello"));
      JsonPath ack = adas.awaitAnswer("2");
      assertThat(ack.getLong("data.seq")).isEqualTo(1);
    }
    assertThat(rows()).isEqualTo("1");
  }

  private String rows() {
    return new Database(server).look("select count(*) from message where client_id = ?", clientId);
  }
}
