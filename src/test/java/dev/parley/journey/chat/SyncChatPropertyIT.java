package dev.parley.journey.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journey.Database;
import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Replica;
import dev.parley.journey.SyncingClient;
import dev.parley.journey.Talk;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Whatever people do in conversations at the same time, an old snapshot and the journal after it
 * make a fresh snapshot, all members read the same history, and what is unread is counted right.
 */
class SyncChatPropertyIT {
  private static final int PEOPLE = 5;
  private static final int ACTS = 270;
  private static final int AT_ONCE = 3;
  private static final String UNREAD =
      """
      select count(*) from message m
      join conversation_member k on k.conversation_id = m.conversation_id and k.user_id = ?::uuid
      where m.conversation_id = ?::uuid and m.seq > greatest(k.read_seq, k.joined_seq)
        and m.sender_id <> k.user_id and m.deleted_at is null
      """;

  private final ParleyServer server = ParleyServer.shared();
  private final Database database = new Database(server);
  private final People people = new People(server);
  private final List<Person> all =
      IntStream.range(0, PEOPLE).mapToObj(i -> people.register("talker" + i)).toList();
  private final List<Talk> talks = new ArrayList<>();
  private final List<Talk> groups = new ArrayList<>();
  private final List<Said> said = new CopyOnWriteArrayList<>();

  private record Said(Talk talk, Person author, String id, String clientId, String body) {}

  @Test
  void an_old_snapshot_and_the_journal_make_a_fresh_snapshot_of_all_conversations() {
    long seed = Long.getLong("parley.seed", System.nanoTime());
    System.out.println("SyncChatPropertyIT: repeat with -Dparley.seed=" + seed);
    Random random = new Random(seed);
    peopleMeet();
    List<SyncingClient> clients = new ArrayList<>();
    all.forEach(
        person -> clients.addAll(List.of(new SyncingClient(person), new SyncingClient(person))));
    List<Long> begun = clients.stream().map(client -> client.replica().last()).toList();

    everythingOnce();
    for (int i = 0; i < ACTS / AT_ONCE; i++) {
      acts(random);
      SyncingClient one = clients.get(random.nextInt(clients.size()));
      switch (random.nextInt(4)) {
        case 0 -> one.reconnects();
        case 1 -> one.reads(true);
        default -> one.reads(false);
      }
    }
    for (int i = 0; i < clients.size(); i++) {
      assertConverges(clients.get(i), begun.get(i));
    }
    for (int i = 0; i < clients.size(); i += 2) {
      assertThat(clients.get(i).names())
          .endsWith(clients.get(i + 1).names().toArray(String[]::new));
    }
    clients.forEach(SyncingClient::close);
    assertThat(clients.stream().flatMap(client -> client.names().stream()))
        .as("the workload has touched everything")
        .contains(
            "conversation.created",
            "conversation.updated",
            "member.added",
            "member.removed",
            "message.sent",
            "message.edited",
            "message.deleted",
            "reaction.changed",
            "read.moved",
            "delivered.moved",
            "notification.created",
            "notification.read",
            "settings.updated",
            "connection.removed");
    talks.forEach(this::assertOneHistory);
    talks.forEach(this::assertUnreadIsRight);
  }

  private void peopleMeet() {
    for (int i = 0; i < PEOPLE; i++) {
      for (int j = i + 1; j < PEOPLE; j++) {
        talks.add(Talk.between(all.get(i), all.get(j)));
      }
    }
    groups.add(Talk.group(all.get(0), "Everybody", all.subList(1, PEOPLE).toArray(Person[]::new)));
    groups.add(Talk.group(all.get(1), "Some", all.get(2), all.get(3)));
    talks.addAll(groups);
  }

  /** Each kind of event for certain, as chance may leave one out. */
  private void everythingOnce() {
    Person one = all.get(0);
    Person other = all.get(1);
    Person third = all.get(2);
    Talk talk = talks.get(0);
    says(talk, one, "hey @" + other.username());
    Said first = said.get(0);
    works(talk.reacts(other, first.id(), "👍"));
    works(talk.edits(one, first.id(), "hey again @" + other.username()));
    hasGot(talk, other, 1);
    works(talk.reads(other, 1));
    works(talk.deletes(one, first.id()));
    works(other.patch("me/settings/", Map.of("read_receipts", false)));
    Talk group = Talk.group(one, "Late", other);
    works(group.brings(one, third));
    works(group.removes(one, third));
    works(one.patch(group.path(""), Map.of("title", "Later")));
    groups.add(group);
    talks.add(group);
    endsConnection(third, all.get(3));
  }

  private static void assertConverges(SyncingClient client, long begun) {
    Replica fresh = client.fresh();
    client.catchesUp(fresh.last());
    assertThat(client.replica().last()).isEqualTo(fresh.last());
    assertThat(client.order())
        .as("gapless and in order")
        .isEqualTo(LongStream.rangeClosed(begun + 1, fresh.last()).boxed().toList());
    assertThat(client.replica().chat().leaks()).as("told after they had gone").isEmpty();
    assertThat(client.replica().picture()).isEqualTo(fresh.picture());
  }

  private List<Person> membersOf(Talk talk) {
    return all.stream().filter(person -> person.get(talk.path("")).statusCode() == 200).toList();
  }

  /** Every member reads the same messages from their joining on, without a hole. */
  private void assertOneHistory(Talk talk) {
    List<Map<String, Object>> longest = List.of();
    List<List<Map<String, Object>>> histories = new ArrayList<>();
    for (Person member : membersOf(talk)) {
      List<Map<String, Object>> history =
          talk.page(member, "limit=200").jsonPath().getList("items");
      history.forEach(SyncChatPropertyIT::withoutOwnView);
      histories.add(history);
      longest = history.size() > longest.size() ? history : longest;
    }
    for (List<Map<String, Object>> history : histories) {
      assertThat(history)
          .isEqualTo(longest.subList(longest.size() - history.size(), longest.size()));
      List<Long> seqs =
          history.stream().map(message -> ((Number) message.get("seq")).longValue()).toList();
      if (!seqs.isEmpty()) {
        assertThat(seqs)
            .isEqualTo(
                LongStream.rangeClosed(seqs.get(0), seqs.get(seqs.size() - 1)).boxed().toList());
      }
    }
  }

  /** Whether a reaction is mine differs, and nothing else. */
  private static void withoutOwnView(Map<String, Object> message) {
    ((List<?>) message.get("reactions")).forEach(reaction -> ((Map<?, ?>) reaction).remove("mine"));
  }

  private void assertUnreadIsRight(Talk talk) {
    for (Person member : membersOf(talk)) {
      assertThat(talk.unreadOf(member))
          .as(member.username() + " in " + talk.id())
          .isEqualTo(Long.parseLong(database.look(UNREAD, member.id(), talk.id())));
    }
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
    int number = random.nextInt(1_000);
    Talk talk = talks.get(random.nextInt(talks.size()));
    return switch (random.nextInt(21)) {
      case 0, 1, 2, 3, 4 -> () -> says(talk, one, "m" + number);
      case 5 -> () -> says(talk, one, "hey @" + all.get(number % PEOPLE).username());
      case 6 -> () -> atSomething(number, m -> m.talk().edits(m.author(), m.id(), "e" + number));
      case 7 -> () -> atSomething(number, m -> m.talk().deletes(m.author(), m.id()));
      case 8 -> () -> atSomething(number, m -> m.talk().reacts(one, m.id(), "👍"));
      case 9 -> () -> atSomething(number, m -> m.talk().takesBack(one, m.id(), "👍"));
      case 10 -> () -> atSomething(number, m -> m.talk().sends(m.author(), m.clientId(), m.body()));
      case 11, 12 -> () -> works(talk.reads(one, number % 12 + 1L));
      case 13 -> () -> hasGot(talk, one, number % 12 + 1L);
      case 14, 15, 16 -> inGroup(random, one, number);
      case 20 -> () -> works(one.patch("me/settings/", Map.of("read_receipts", number % 2 == 0)));
      case 17 -> () -> works(one.patch(talk.path(""), setting(number)));
      default -> betweenTwo(random, one);
    };
  }

  private static Map<String, Object> setting(int number) {
    String name = List.of("pinned", "muted", "archived").get(number % 3);
    return Map.of(name, number % 2 == 0);
  }

  private Runnable inGroup(Random random, Person one, int number) {
    Talk group = groups.get(random.nextInt(groups.size()));
    Person other = all.get(random.nextInt(PEOPLE));
    return switch (random.nextInt(6)) {
      case 0, 1 -> () -> works(group.brings(one, other));
      case 2 -> () -> works(group.removes(one, other));
      case 3 -> () -> works(group.removes(one, one));
      case 4 -> () -> works(group.givesRole(one, other, number % 2 == 0 ? "owner" : "member"));
      default -> () -> works(one.patch(group.path(""), Map.of("title", "Title " + number)));
    };
  }

  private Runnable betweenTwo(Random random, Person one) {
    Person other = all.get(random.nextInt(PEOPLE));
    if (random.nextInt(3) == 0) {
      return () -> endsConnection(one, other);
    }
    return () -> {
      works(one.post("connections/", Map.of("receiver", other.username())));
      works(other.post("connections/", Map.of("receiver", one.username())));
    };
  }

  private static void endsConnection(Person one, Person other) {
    List<String> ids =
        one.get("connections/?status=approved&limit=200")
            .jsonPath()
            .getList(
                "items.findAll { it.sender.username == '%1$s' || it.receiver.username == '%1$s' }.id"
                    .formatted(other.username()));
    ids.forEach(id -> works(one.removes(id)));
  }

  private void says(Talk talk, Person sender, String body) {
    String clientId = UUID.randomUUID().toString();
    Response answer = talk.sends(sender, clientId, body);
    works(answer);
    if (answer.statusCode() == 201) {
      said.add(new Said(talk, sender, answer.path("id"), clientId, body));
    }
  }

  private void atSomething(int number, Function<Said, Response> act) {
    List<Said> now = List.copyOf(said);
    if (!now.isEmpty()) {
      works(act.apply(now.get(number % now.size())));
    }
  }

  private static void hasGot(Talk talk, Person person, long seq) {
    try (LiveClient device = person.opensLiveSessionAsProgram()) {
      device
          .sends("{'action':'delivered','conversation':'%s','seq':%d}".formatted(talk.id(), seq))
          .settles();
      assertThat(device.texts()).noneMatch(text -> text.contains("internal_error"));
    }
  }

  /** Done or refused, but not failed. */
  private static void works(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isLessThan(500);
  }
}
