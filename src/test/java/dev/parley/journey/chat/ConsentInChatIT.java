package dev.parley.journey.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journey.Database;
import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Talk;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Nobody reaches somebody who does not want it: not in a race, and not by any id. */
class ConsentInChatIT {
  private static final int ENDS = 200;

  private final ParleyServer server = ParleyServer.shared();
  private final People people = new People(server);
  private final Database database = new Database(server);
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");

  @Test
  void in_a_storm_of_messages_none_is_committed_after_the_connection_ended() throws Exception {
    String connection = ada.connectsWith(ben);
    Talk talk = Talk.ofConnected(ada, ben);
    try (Storm storm = new Storm(List.of(() -> talk.sends(ada, "!"), () -> talk.sends(ben, "?")))) {
      for (int i = 0; i < ENDS; i++) {
        end(i, connection);
        String last = lastSeq(talk);
        connection = ben.requestsConnectionTo(ada);
        assertThat(lastSeq(talk)).as("messages after the end").isEqualTo(last);
        ada.accepts(connection).then().statusCode(200);
      }
      storm.stop();
      assertThat(storm.answers(201)).isPositive();
      assertThat(storm.answers(403)).isPositive();
      assertThat(storm.others(201, 403)).isEmpty();
    }
    assertThat(database.look(AFTER_THE_END, UUID.fromString(talk.id()))).isEqualTo("0");
    assertThat(database.look(HOLES, UUID.fromString(talk.id()))).isEqualTo("0");
  }

  /** Messages whose time is after an end and before the next beginning, by the ledger. */
  private static final String AFTER_THE_END =
      """
      select count(*) from message m join conversation c on c.id = m.conversation_id
      where c.id = ? and 'removed' = (
        select l.change from connection_ledger l
        where least(l.sender_id, l.receiver_id) = c.user_low
          and greatest(l.sender_id, l.receiver_id) = c.user_high
          and l.change in ('approved', 'removed') and l.at < m.created_at
        order by l.id desc limit 1)
      """;

  private static final String HOLES =
      "select max(seq) - count(*) from message where conversation_id = ?";

  private void end(int round, String connection) {
    if (round % 2 == 0) {
      ada.removes(connection).then().statusCode(204);
    } else {
      ada.blocks(ben).then().statusCode(204);
      ada.unblocks(ben).then().statusCode(204);
    }
  }

  private String lastSeq(Talk talk) {
    return database.look("select last_seq from conversation where id = ?::uuid", talk.id());
  }

  @Test
  void in_a_storm_of_messages_none_of_a_member_is_committed_after_they_were_removed()
      throws Exception {
    ada.connectsWith(ben);
    Talk group = Talk.group(ada, "Storm", ben);
    try (Storm storm =
        new Storm(List.of(() -> group.sends(ben, "!"), () -> group.sends(ben, "?")))) {
      for (int i = 0; i < 40; i++) {
        group.removes(ada, ben).then().statusCode(204);
        String last = lastSeq(group);
        group.says(ada, "quiet now");
        assertThat(lastSeq(group)).isEqualTo(String.valueOf(Long.parseLong(last) + 1));
        group.brings(ada, ben).then().statusCode(201);
      }
      storm.stop();
      assertThat(storm.others(201, 404)).isEmpty();
    }
  }

  /** Keeps making calls, each sort on a thread of its own, and counts the answers. */
  private static final class Storm implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicBoolean over = new AtomicBoolean();
    private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();
    private final List<Future<?>> blowing = new ArrayList<>();

    Storm(List<Callable<Response>> calls) {
      for (Callable<Response> call : calls) {
        blowing.add(threads.submit(() -> blow(call)));
      }
    }

    private Void blow(Callable<Response> call) throws Exception {
      while (!over.get()) {
        answers.merge(call.call().statusCode(), 1, Integer::sum);
      }
      return null;
    }

    void stop() throws Exception {
      over.set(true);
      for (Future<?> one : blowing) {
        one.get();
      }
    }

    int answers(int status) {
      return answers.getOrDefault(status, 0);
    }

    Map<Integer, Integer> others(Integer... expected) {
      Map<Integer, Integer> others = new LinkedHashMap<>(answers);
      List.of(expected).forEach(others::remove);
      return others;
    }

    @Override
    public void close() {
      over.set(true);
      threads.shutdownNow();
    }
  }

  @Test
  void every_call_with_anothers_id_answers_as_if_there_were_nothing() {
    ada.connectsWith(ben);
    Person exMember = people.register("ex");
    Person blocked = people.register("blocked");
    ada.connectsWith(exMember);
    Talk group = Talk.group(ada, "Ours", ben, exMember);
    String message = group.says(exMember, "hello").getString("id");
    group.removes(ada, exMember).then().statusCode(204);
    ada.blocks(blocked).then().statusCode(204);

    Map<String, Person> outsiders =
        Map.of(
            "a stranger",
            people.register("stranger"),
            "an ex-member",
            exMember,
            "somebody blocked",
            blocked,
            "an administrator",
            people.administrator());
    calls(message)
        .forEach(
            (what, call) ->
                outsiders.forEach(
                    (who, person) -> {
                      if (!(what.equals("delete a message") && who.equals("an administrator"))) {
                        assertNothing(what + " by " + who, person, group, call);
                      }
                    }));
    assertThat(group.heardBy(ben)).containsExactly("hello");
  }

  private static void assertNothing(String what, Person person, Talk group, Call call) {
    Response real = call.make(person, group);
    Response none = call.make(person, Talk.of(UUID.randomUUID().toString()));
    assertThat(real.statusCode()).as(what).isEqualTo(404);
    assertThat(real.asString()).as(what).isEqualTo(none.asString());
    assertThat(none.statusCode()).as(what).isEqualTo(404);
  }

  /** A call that names a conversation. */
  private interface Call {
    Response make(Person person, Talk talk);
  }

  private Map<String, Call> calls(String message) {
    Map<String, Call> calls = new LinkedHashMap<>();
    calls.put("read it", (person, talk) -> person.get(talk.path("")));
    calls.put("change it", (person, talk) -> person.patch(talk.path(""), Map.of("title", "Mine")));
    calls.put("mute it", (person, talk) -> person.patch(talk.path(""), Map.of("muted", true)));
    calls.put("bring somebody in", (person, talk) -> talk.brings(person, person));
    calls.put("remove somebody", (person, talk) -> talk.removes(person, ben));
    calls.put("leave", (person, talk) -> talk.removes(person, person));
    calls.put("read a draft", (person, talk) -> person.get(talk.path("draft/")));
    calls.put(
        "keep a draft", (person, talk) -> person.put(talk.path("draft/"), Map.of("body", "hm")));
    calls.put("drop a draft", (person, talk) -> person.delete(talk.path("draft/")));
    calls.put("read messages", (person, talk) -> talk.page(person, "limit=9"));
    calls.put("send", (person, talk) -> talk.sends(person, "let me in"));
    calls.put("reply", (person, talk) -> talk.replies(person, message, "let me in"));
    calls.put("edit a message", (person, talk) -> talk.edits(person, message, "mine"));
    calls.put("delete a message", (person, talk) -> talk.deletes(person, message));
    calls.put("react", (person, talk) -> talk.reacts(person, message, "👍"));
    calls.put("take a reaction back", (person, talk) -> talk.takesBack(person, message, "👍"));
    calls.put("mark read", (person, talk) -> talk.reads(person, 1));
    return calls;
  }

  @Test
  void every_frame_with_anothers_id_answers_as_if_there_were_nothing() {
    ada.connectsWith(ben);
    Talk talk = Talk.ofConnected(ada, ben);
    Person stranger = people.register("stranger");
    Function<String, List<String>> frames =
        id ->
            List.of(
                Talk.of(id).frame("f", "c1", "hello"),
                "{'action':'mark_read','id':'f','conversation':'%s','seq':1}".formatted(id),
                "{'action':'delivered','id':'f','conversation':'%s','seq':1}".formatted(id));
    for (int i = 0; i < 3; i++) {
      String real = answer(stranger, frames.apply(talk.id()).get(i));
      assertThat(real)
          .isEqualTo(answer(stranger, frames.apply(UUID.randomUUID().toString()).get(i)));
      assertThat(real).contains("not_found");
    }
  }

  private static String answer(Person person, String frame) {
    try (LiveClient session = person.opensLiveSession()) {
      session.saysHello();
      session.sends(frame).awaitAnswer("f");
      return session.texts().get(session.texts().size() - 1);
    }
  }
}
