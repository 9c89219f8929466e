package dev.parley.journey.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Replica;
import dev.parley.journey.SyncingClient;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** An old snapshot and the journal after it make a fresh snapshot, whatever happens on the way. */
class SyncPropertyIT {
  private static final int PEOPLE = 6;
  private static final int ACTS = 300;
  private static final int AT_ONCE = 3;

  private final ParleyServer server = ParleyServer.shared();
  private final People people = new People(server);
  private final List<Person> all =
      IntStream.range(0, PEOPLE).mapToObj(i -> people.register("person" + i)).toList();

  @Test
  void an_old_snapshot_and_the_journal_make_a_fresh_snapshot() {
    long seed = Long.getLong("parley.seed", System.nanoTime());
    System.out.println("SyncPropertyIT: repeat with -Dparley.seed=" + seed);
    Random random = new Random(seed);
    List<SyncingClient> clients = new ArrayList<>();
    // Two devices each, so that their orders can be compared.
    all.forEach(
        person -> clients.addAll(List.of(new SyncingClient(person), new SyncingClient(person))));

    for (int i = 0; i < ACTS / AT_ONCE; i++) {
      acts(random);
      SyncingClient one = clients.get(random.nextInt(clients.size()));
      switch (random.nextInt(4)) {
        case 0 -> one.reconnects();
        case 1 -> one.reads(true);
        default -> one.reads(false);
      }
    }
    clients.forEach(SyncPropertyIT::assertConverges);
    for (int i = 0; i < clients.size(); i += 2) {
      assertThat(clients.get(i).names()).isEqualTo(clients.get(i + 1).names());
    }
    clients.forEach(SyncingClient::close);
    assertThat(server.process().output())
        .as("no push takes the persistence context of a request along")
        .doesNotContain("closed EntityManager", "Events could not be pushed");
  }

  private static void assertConverges(SyncingClient client) {
    Replica fresh = client.fresh();
    client.catchesUp(fresh.last());
    assertThat(client.replica().last()).isEqualTo(fresh.last());
    assertThat(client.order())
        .as("gapless and in order")
        .isEqualTo(LongStream.rangeClosed(1, fresh.last()).boxed().toList());
    assertThat(client.replica().picture()).isEqualTo(fresh.picture());
  }

  /** A few acts of different people at the same time; refusals are part of life. */
  private void acts(Random random) {
    List<Runnable> acts = IntStream.range(0, AT_ONCE).mapToObj(i -> act(random)).toList();
    CompletableFuture.allOf(
            acts.stream().map(CompletableFuture::runAsync).toArray(CompletableFuture[]::new))
        .join();
  }

  private Runnable act(Random random) {
    Person one = all.get(random.nextInt(PEOPLE));
    Person other = all.get(random.nextInt(PEOPLE));
    int number = random.nextInt(1_000);
    return switch (random.nextInt(16)) {
      case 0, 1, 2, 3 ->
          () ->
              works(
                  one.post(
                      "connections/",
                      Map.of("receiver", other.username(), "note", "note " + number)));
      case 4, 5, 6 -> () -> live(one, "approve_request", "sender", other);
      case 7 -> () -> live(one, "reject_request", "sender", other);
      case 8 -> () -> live(one, "ignore_request", "sender", other);
      case 9 -> () -> live(one, "withdraw_request", "receiver", other);
      case 10 -> () -> live(one, "remove_connection", "username", other);
      case 11 -> () -> works(one.blocks(other));
      case 12 -> () -> works(one.unblocks(other));
      case 13 ->
          () ->
              works(
                  one.patch(
                      "me/",
                      Map.of("display_name", "Name " + number, "status_text", "s" + number)));
      case 14 -> () -> works(one.patch("me/settings/", Map.of("discoverable", number % 2 == 0)));
      default -> () -> readsItsNotifications(one);
    };
  }

  /** Done or refused, but not failed. */
  private static void works(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isLessThan(500);
  }

  private static void live(Person one, String action, String member, Person other) {
    try (LiveClient session = one.opensLiveSessionAsProgram()) {
      session.sends(
          "{'action':'%s','id':'1','%s':'%s'}".formatted(action, member, other.username()));
      JsonPath answer =
          session.awaitFrame(
              frame -> List.of("ack", "error", "update_users").contains(frame.getString("type")));
      assertThat(answer.getString("code")).isNotEqualTo("internal_error");
    }
  }

  private static void readsItsNotifications(Person one) {
    String newest = one.get("notifications/").path("items[0].id");
    if (newest != null) {
      works(one.post("notifications/read/", Map.of("up_to", newest)));
    }
  }
}
