package dev.parley.journey.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Talk;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A draft is what somebody has begun to write: until it is sent, and only when it says something.
 */
class DraftIT {
  private final People people = new People(ParleyServer.shared());
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");
  private final Person cleo = people.register("cleo");
  private final Talk talk = Talk.between(ada, ben);

  private Response drafts(String body) {
    return ada.put(talk.path("draft/"), Map.of("body", body));
  }

  private Response draftsAnswer(Talk where, Person who, String replyTo) {
    return who.put(where.path("draft/"), Map.of("body", "I think", "reply_to", replyTo));
  }

  private void thereIsNoDraft() {
    ada.get(talk.path("draft/")).then().statusCode(404).body("code", equalTo("no_draft"));
    assertThat(talk.seenBy(ada).getString("draft")).isNull();
  }

  @Test
  void its_words_sent_by_another_device_are_a_draft_no_longer_on_all_devices() {
    drafts("Dear Ben ").then().statusCode(200);
    Person phone = ada.onAnotherDevice();
    try (LiveClient desk = ada.opensLiveSession()) {
      desk.saysHello();
      talk.says(phone, "Dear Ben");
      assertThat(desk.awaitEvent("conversation.updated").getString("data.draft")).isNull();
    }
    thereIsNoDraft();
  }

  @Test
  void its_words_sent_over_a_live_session_are_a_draft_no_longer() {
    drafts("Dear Ben").then().statusCode(200);
    try (LiveClient phone = ada.onAnotherDevice().opensLiveSession()) {
      phone.sends(talk.frame("1", UUID.randomUUID().toString(), "Dear Ben"));
      assertThat(phone.awaitAnswer("1").getString("type")).isEqualTo("ack");
    }
    thereIsNoDraft();
  }

  @Test
  void it_stays_when_something_else_is_sent_or_somebody_else_sends_its_words() {
    drafts("Dear Ben, it is long").then().statusCode(200);
    talk.says(ada, "Dear Ben");
    talk.says(ben, "Dear Ben, it is long");
    ada.get(talk.path("draft/")).then().body("body", equalTo("Dear Ben, it is long"));
  }

  @Test
  void a_message_that_was_sent_before_leaves_a_new_draft_of_the_same_words() {
    talk.sends(ada, "once", "Again").then().statusCode(201);
    drafts("Again").then().statusCode(200);
    talk.sends(ada, "once", "Again").then().statusCode(200);
    ada.get(talk.path("draft/")).then().statusCode(200);
  }

  @Test
  void it_answers_only_what_its_writer_sees_there() {
    String here = talk.says(ben, "hello").getString("id");
    draftsAnswer(talk, ada, here).then().statusCode(200).body("reply_to", equalTo(here));
    ben.connectsWith(cleo);
    String elsewhere = Talk.ofConnected(ben, cleo).says(ben, "psst").getString("id");
    Response ofAnother = draftsAnswer(talk, ada, elsewhere);
    Response ofNone = draftsAnswer(talk, ada, UUID.randomUUID().toString());
    ofNone.then().statusCode(400).body("errors[0].field", equalTo("reply_to"));
    assertThat(ofAnother.statusCode()).isEqualTo(400);
    assertThat(ofAnother.asString()).isEqualTo(ofNone.asString());
    ada.get(talk.path("draft/")).then().body("reply_to", equalTo(here));
  }

  @Test
  void a_newcomer_cannot_answer_what_was_said_before() {
    Talk group = Talk.group(ben, "Trip", ada);
    String before = group.says(ben, "before").getString("id");
    ben.connectsWith(cleo);
    group.brings(ben, cleo).then().statusCode(201);
    draftsAnswer(group, cleo, before).then().statusCode(400);
    draftsAnswer(group, ada, before).then().statusCode(200);
  }

  @Test
  void without_words_and_answer_it_is_none() {
    String here = talk.says(ben, "hello").getString("id");
    for (String empty :
        new String[] {"", "  \n\t ", "\u00a0\u3000", "\u200b\u200d", "\u3164\u2800"}) {
      drafts("I think").then().statusCode(200);
      drafts(empty).then().statusCode(204);
      thereIsNoDraft();
      drafts(empty).then().statusCode(204);
    }
    ada.put(talk.path("draft/"), Map.of("body", "", "reply_to", here)).then().statusCode(200);
    ada.get(talk.path("draft/")).then().body("reply_to", equalTo(here));
  }
}
