package dev.parley.journey.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journey.Database;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Talk;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Whatever people send, read and delete at the same time, unread is what a recount says. */
class UnreadIT {
  private static final String RECOUNT =
      """
      select count(*) from message m
      join conversation_member k on k.conversation_id = m.conversation_id
      where k.conversation_id = ?::uuid and k.user_id = ?::uuid
        and m.seq > k.read_seq and m.sender_id <> k.user_id and m.deleted_at is null
      """;
  private static final int ROUNDS = 8;
  private static final int AT_ONCE = 20;

  private final ParleyServer server = ParleyServer.shared();
  private final People people = new People(server);
  private final Database database = new Database(server);
  private final Person ada = people.register("ada");
  private final List<Person> members =
      List.of(ada, people.register("ben"), people.register("cleo"));

  /** A message that may still be deleted, and who wrote it. */
  private record Written(Person author, String id) {}

  private final Queue<Written> written = new ConcurrentLinkedQueue<>();

  @Test
  void it_is_always_exactly_what_a_recount_says() throws Exception {
    ada.connectsWith(members.get(1));
    ada.connectsWith(members.get(2));
    Talk group = Talk.group(ada, "Counting", members.get(1), members.get(2));
    long seed = System.nanoTime();
    Random random = new Random(seed);
    ExecutorService crowd = Executors.newFixedThreadPool(6);
    try {
      for (int round = 0; round < ROUNDS; round++) {
        List<Future<Void>> acts = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
          acts.add(
              crowd.submit(act(group, random.nextInt(10), random.nextInt(3), random.nextInt())));
        }
        for (Future<Void> act : acts) {
          act.get();
        }
        for (Person member : members) {
          assertThat(group.unreadOf(member))
              .as("unread of %s in round %d of seed %d", member.username(), round, seed)
              .isEqualTo(Long.parseLong(database.look(RECOUNT, group.id(), member.id())));
        }
      }
    } finally {
      crowd.shutdownNow();
    }
  }

  private Callable<Void> act(Talk group, int what, int who, int where) {
    Person person = members.get(who);
    return () -> {
      if (what < 5) {
        written.add(new Written(person, group.says(person, "m").getString("id")));
      } else if (what < 8) {
        long last = group.seenBy(person).getLong("last_seq");
        group.reads(person, Math.floorMod(where, last + 2)).then().statusCode(200);
      } else {
        Written one = written.poll();
        if (one != null) {
          group.deletes(one.author(), one.id()).then().statusCode(204);
        }
      }
      return null;
    };
  }
}
