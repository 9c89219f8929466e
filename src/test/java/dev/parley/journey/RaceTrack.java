package dev.parley.journey;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A few people, each pair of whom can race once; eight pairs race at the same time. */
public final class RaceTrack {
  private static final int PEOPLE = 33;
  private static final int AT_ONCE = 8;

  private final ParleyServer server = ParleyServer.shared();
  private final List<Person> people = new ArrayList<>();
  private final Random random = new Random(7);
  private Instant signedIn = Instant.now();

  /** Two people between whom there is nothing yet. */
  public record Pair(Person one, Person other) {}

  /** An answer, reduced to what races look at. */
  public record Answer(int status, String body) {
    public boolean says(String word) {
      return body.contains('"' + word + '"');
    }
  }

  public RaceTrack() {
    this(PEOPLE);
  }

  /** A smaller one. */
  public RaceTrack(int size) {
    People register = new People(server);
    for (int i = 0; i < size; i++) {
      people.add(register.register("racer"));
    }
  }

  /** Every pair once, in random order: of the usual track 500 and some more. */
  public List<Pair> pairs() {
    signInAgainInTime();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      for (int j = i + 1; j < people.size(); j++) {
        boolean turned = random.nextBoolean();
        pairs.add(new Pair(people.get(turned ? j : i), people.get(turned ? i : j)));
      }
    }
    Collections.shuffle(pairs, random);
    return pairs;
  }

  /** On a slow machine races outlast the ten minutes of an access token. */
  private void signInAgainInTime() {
    if (signedIn.plus(Duration.ofMinutes(3)).isBefore(Instant.now())) {
      people.replaceAll(Person::onAnotherDevice);
      signedIn = Instant.now();
    }
  }

  /** Runs a race for each of these, eight at a time; all of them must succeed. */
  public <T> void each(List<T> starters, Consumer<T> race) {
    ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<?>> running = new ArrayList<>();
      starters.forEach(one -> running.add(pool.submit(() -> race.accept(one))));
      running.forEach(RaceTrack::await);
    } finally {
      pool.shutdownNow();
    }
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new AssertionError(e.getCause() == null ? e : e.getCause());
    }
  }

  /** Makes these calls at the same moment and waits for all answers, in the order given. */
  public static List<Answer> atOnce(
      CompletableFuture<Answer> one, CompletableFuture<Answer> other) {
    return answers(List.of(one, other));
  }

  public static List<Answer> answers(List<CompletableFuture<Answer>> calls) {
    return calls.stream().map(CompletableFuture::join).toList();
  }

  public CompletableFuture<Answer> sends(Person sender, Person receiver) {
    return calls(sender, "POST", "connections/", "{\"receiver\":\"" + receiver.username() + "\"}");
  }

  public CompletableFuture<Answer> acts(Person actor, String act, UUID connection) {
    return calls(actor, "POST", "connections/" + connection + "/" + act + "/", "");
  }

  public CompletableFuture<Answer> removes(Person actor, UUID connection) {
    return calls(actor, "DELETE", "connections/" + connection + "/", "");
  }

  public CompletableFuture<Answer> blocks(Person actor, Person other) {
    return calls(actor, "PUT", "blocks/" + other.username() + "/", "");
  }

  public CompletableFuture<Answer> redeems(Person actor, String code) {
    return calls(actor, "POST", "connection-links/redeem/", "{\"code\":\"" + code + "\"}");
  }

  public CompletableFuture<Answer> brings(Person actor, String group, Person newcomer) {
    String path = "conversations/" + group + "/members/" + newcomer.username() + "/";
    return calls(actor, "PUT", path, "");
  }

  public CompletableFuture<Answer> opens(Person actor, Person other) {
    String body = "{\"username\":\"" + other.username() + "\"}";
    return calls(actor, "POST", "conversations/", body);
  }

  public CompletableFuture<Answer> beginsGroup(Person owner, Person... members) {
    String names =
        Stream.of(members)
            .map(member -> '"' + member.username() + '"')
            .collect(Collectors.joining(","));
    String body = "{\"title\":\"Race\",\"members\":[" + names + "]}";
    return calls(owner, "POST", "conversations/", body);
  }

  public CompletableFuture<Answer> leaves(Person person) {
    return calls(person, "DELETE", "me/", "{\"password\":\"" + person.password() + "\"}");
  }

  private CompletableFuture<Answer> calls(Person who, String method, String path, String body) {
    return new Calls(server).make(who, method, path, body);
  }

  /** A relation that stands between two people before the race. */
  public UUID standing(Pair pair, String status) {
    UUID id = UUID.randomUUID();
    run(
        "insert into user_connection (id, sender_id, receiver_id, status, created_at, updated_at, receiver_updated_at)"
            + " values (?, ?::uuid, ?::uuid, ?, now(), now(), now())",
        id,
        pair.one().id(),
        pair.other().id(),
        status);
    note(id, pair, "requested");
    if (status.equals("approved")) {
      note(id, pair, "approved");
    }
    return id;
  }

  private void note(UUID id, Pair pair, String change) {
    run(
        "insert into connection_ledger (at, connection_id, sender_id, receiver_id, change)"
            + " values (now(), ?, ?::uuid, ?::uuid, ?)",
        id,
        pair.one().id(),
        pair.other().id(),
        change);
  }

  /** An open link of somebody's with so many uses. */
  public String link(Person owner, int uses, boolean autoAccept) {
    String code = UUID.randomUUID().toString();
    run(
        "insert into connection_link (id, owner_id, code, uses, uses_left, auto_accept, created_at, expires_at)"
            + " values (gen_random_uuid(), ?::uuid, ?, ?, ?, ?, now(), now() + interval '1 day')",
        owner.id(),
        code,
        uses,
        uses,
        autoAccept);
    return code;
  }

  /** One value of the database as text. */
  public String value(String sql, Object... values) {
    try (Connection connection = server.database().getConnection();
        PreparedStatement statement = prepared(connection, sql, values);
        ResultSet row = statement.executeQuery()) {
      return row.next() ? row.getString(1) : null;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public void run(String sql, Object... values) {
    try (Connection connection = server.database().getConnection();
        PreparedStatement statement = prepared(connection, sql, values)) {
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  /** Takes away all that is between these people, so that they can race again. */
  public void clear() {
    run("delete from user_connection where sender_id::text = any (?)", (Object) ids());
    run("delete from block where blocker_id::text = any (?)", (Object) ids());
  }

  public String[] ids() {
    return people.stream().map(Person::id).toArray(String[]::new);
  }

  public List<Person> people() {
    signInAgainInTime();
    return people;
  }
}
