package dev.parley.journey.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journey.Calls;
import dev.parley.journey.Database;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.RaceTrack;
import dev.parley.journey.RaceTrack.Answer;
import dev.parley.journey.Talk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever people do at the same moment is done or refused: nobody waits in a ring. */
class ConcurrentActsIT {
  private static final int ROUNDS = 5;
  private static final int MESSAGES = 4;

  private final ParleyServer server = ParleyServer.shared();
  private final People people = new People(server);
  private final Calls calls = new Calls(server);
  private final Random random = new Random(11);
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");
  private final Person cleo = people.register("cleo");
  private int ringsBefore;

  @BeforeEach
  void they_are_connected() {
    ada.connectsWith(ben);
    ada.connectsWith(cleo);
    ben.connectsWith(cleo);
    ringsBefore = rings();
  }

  @AfterEach
  void the_database_has_broken_no_ring() {
    assertThat(rings()).as("rings of waiting transactions").isEqualTo(ringsBefore);
  }

  @Test
  void edits_a_deletion_a_reaction_and_readings_of_one_message() {
    Talk group = Talk.group(ada, "Mixed", ben, cleo);
    String names = "@" + ben.username() + " @" + cleo.username();
    for (int round = 0; round < ROUNDS; round++) {
      List<CompletableFuture<Answer>> all = new ArrayList<>();
      for (int i = 0; i < MESSAGES; i++) {
        String message = group.says(ada, "Hello " + names).getString("id");
        String path = group.path("messages/" + message + "/");
        all.add(calls.make(ada, "PATCH", path, "{\"body\":\"Once more " + names + "\"}"));
        all.add(calls.make(ada, "PATCH", path, "{\"body\":\"And to nobody\"}"));
        all.add(calls.make(ada, "DELETE", path, ""));
        all.add(calls.make(ben, "PUT", path + "reactions/👍/", ""));
        for (Person reader : List.of(ben, cleo)) {
          all.add(calls.make(reader, "POST", group.path("read/"), "{\"seq\":100000}"));
          all.add(
              calls.make(
                  reader,
                  "POST",
                  "notifications/read/",
                  "{\"up_to\":\"ffffffff-ffff-ffff-ffff-ffffffffffff\"}"));
        }
      }
      eachIsAnswered(all);
    }
  }

  @Test
  void drafts_mentions_and_comings_and_goings_in_one_group() {
    Talk group = Talk.group(ada, "Mixed", ben);
    String message = group.says(ben, "Hello").getString("id");
    String edited = group.path("messages/" + message + "/");
    String cleos = group.path("members/" + cleo.username() + "/");
    String draft = group.path("draft/");
    for (int round = 0; round < ROUNDS; round++) {
      List<CompletableFuture<Answer>> all = new ArrayList<>();
      for (int i = 0; i < MESSAGES; i++) {
        all.add(calls.make(ada, "PUT", cleos, ""));
        all.add(calls.make(ada, "DELETE", cleos, ""));
        all.add(calls.make(cleo, "PUT", draft, "{\"body\":\"I think " + i + "\"}"));
        all.add(calls.make(cleo, "DELETE", cleos, ""));
        all.add(
            calls.make(ben, "PATCH", edited, "{\"body\":\"@" + ada.username() + " " + i + "\"}"));
        all.add(calls.make(ben, "PATCH", edited, "{\"body\":\"Nobody " + i + "\"}"));
        all.add(
            calls.make(ada, "PATCH", group.path(""), "{\"title\":\"T" + i + "\",\"muted\":true}"));
        all.add(calls.make(ada, "POST", group.path("read/"), "{\"seq\":100000}"));
      }
      eachIsAnswered(all);
    }
  }

  @Test
  void an_account_goes_while_its_groups_and_connections_are_busy() {
    for (int round = 0; round < ROUNDS; round++) {
      Person gone = people.register("gone");
      gone.connectsWith(ada);
      gone.connectsWith(ben);
      Talk group = Talk.group(ada, "Busy", ben, gone);
      Talk direct = Talk.ofConnected(ada, gone);
      String named = "{\"body\":\"@" + gone.username() + " " + round + "\"}";
      String hers = group.path("messages/" + group.says(ada, "Hello").getString("id") + "/");
      String theirs = group.path("messages/" + group.says(gone, "Hello").getString("id") + "/");
      List<CompletableFuture<Answer>> all = new ArrayList<>();
      all.add(calls.make(ada, "PATCH", hers, named));
      all.add(calls.make(gone, "PUT", theirs + "reactions/👍/", ""));
      all.add(calls.make(gone, "PUT", group.path("draft/"), "{\"body\":\"I think\"}"));
      all.add(calls.make(gone, "PUT", direct.path("draft/"), "{\"body\":\"I think\"}"));
      all.add(calls.make(gone, "DELETE", "me/", "{\"password\":\"" + People.PASSWORD + "\"}"));
      all.add(calls.make(gone, "PATCH", theirs, "{\"body\":\"@" + ada.username() + "\"}"));
      all.add(calls.make(ben, "PUT", "blocks/" + gone.username() + "/", ""));
      all.add(calls.make(ada, "PATCH", hers, "{\"body\":\"Nobody\"}"));
      all.add(
          calls.make(
              ada,
              "POST",
              "notifications/read/",
              "{\"up_to\":\"ffffffff-ffff-ffff-ffff-ffffffffffff\"}"));
      all.add(calls.make(ada, "POST", group.path("read/"), "{\"seq\":100000}"));
      all.add(calls.make(ben, "DELETE", group.path("members/" + ben.username() + "/"), ""));
      eachIsAnswered(all);
      ben.unblocks(gone);
    }
  }

  @Test
  void two_devices_mark_the_same_notifications_read_in_another_order() {
    Talk group = Talk.group(ada, "Bell", ben);
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < 10; i++) {
        group.says(ada, "@" + ben.username());
      }
      List<String> ids = new ArrayList<>(ben.get("notifications/?limit=10").path("items.id"));
      List<CompletableFuture<Answer>> all = new ArrayList<>();
      for (int i = 0; i < MESSAGES; i++) {
        Collections.shuffle(ids, random);
        String body = "{\"ids\":[\"" + String.join("\",\"", ids) + "\"]}";
        all.add(calls.make(ben, "POST", "notifications/read/", body));
      }
      all.add(calls.make(ben, "POST", group.path("read/"), "{\"seq\":100000}"));
      eachIsAnswered(all);
    }
  }

  private static void eachIsAnswered(List<CompletableFuture<Answer>> calls) {
    assertThat(RaceTrack.answers(calls))
        .allSatisfy(answer -> assertThat(answer.status()).as(answer.body()).isLessThan(500));
  }

  private int rings() {
    return Integer.parseInt(
        new Database(server)
            .look("select deadlocks from pg_stat_database where datname = current_database()"));
  }
}
