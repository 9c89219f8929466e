package dev.parley.bench.target;

import dev.parley.bench.client.ClientSocket;
import dev.parley.bench.client.LoadClient;
import dev.parley.bench.measure.BenchmarkFailure;
import dev.parley.bench.measure.CpuTime;
import dev.parley.bench.measure.DeliveryLedger;
import dev.parley.bench.measure.ProcessStat;
import dev.parley.bench.target.Crowd.Somebody;
import dev.parley.bench.target.ParleyAcquaintances.Side;
import dev.parley.journey.ParleyServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * Parley as {@code mvn} starts it, with a database of its own and the Java options for load. Limits
 * that would slow a load are off, and passwords are cheap: no scenario is about them.
 */
public final class ParleyTarget implements Target {
  private static final Map<String, String> SETTINGS =
      Map.of(
          "parley.password.memory-kib", "8",
          "parley.password.iterations", "1",
          "parley.limits.frames-per-second", "0",
          "parley.limits.writes-per-second", "0",
          "parley.limits.groups-per-day", "0",
          "parley.limits.requests-per-day", "0",
          "parley.limits.pending-requests", "0",
          "parley.limits.registrations-per-address", "0",
          "parley.limits.logins-per-address", "0");
  private static final int BODY_LENGTH = 100;

  private final ParleyServer server;
  private final ServerProcess process;
  private final ProcessHandle postmaster;
  private final LoadClient client;
  private final Crowd crowd;
  private final ParleyConversations conversations;

  private ParleyTarget(ParleyServer server, ProcessHandle postmaster, LoadClient client) {
    this.server = server;
    this.process = new ServerProcess(server.process().handle());
    this.postmaster = postmaster;
    this.client = client;
    this.crowd = new Crowd(client, server.base());
    this.conversations = new ParleyConversations(crowd, client.faults());
  }

  /** Starts it; returns when it answers. */
  public static ParleyTarget start(LoadClient client) {
    ParleyServer server = ParleyServer.start("bench-parley", SETTINGS, "java-options-load");
    return new ParleyTarget(server, postmaster(server.database()), client);
  }

  /** PostgreSQL is no child of the server: it left its starter, and is asked who it is. */
  private static ProcessHandle postmaster(DataSource database) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("SELECT pg_backend_pid()")) {
      answer.next();
      return ProcessHandle.of(answer.getLong(1)).flatMap(ProcessHandle::parent).orElseThrow();
    } catch (SQLException e) {
      throw new BenchmarkFailure("the database does not answer", e);
    }
  }

  @Override
  public String name() {
    return "Parley";
  }

  @Override
  public boolean hasDatabase() {
    return true;
  }

  @Override
  public LoadClient client() {
    return client;
  }

  /** Its database, to ask it for its version and settings. */
  public DataSource database() {
    return server.database();
  }

  @Override
  public CpuTime cpu() {
    return new CpuTime(
        process.cpu(),
        ProcessStat.ofTree(postmaster),
        ProcessStat.of(ProcessHandle.current().pid()).orElseThrow().own());
  }

  @Override
  public Memory memory() {
    return process.memory();
  }

  @Override
  public Exchanges pairs(int count) {
    List<Somebody> people = crowd.first(2 * count);
    List<Somebody> senders = every(people, 0, 2);
    List<Somebody> receivers = every(people, 1, 2);
    List<String> ids = conversations.direct(senders, receivers);
    List<ClientSocket> sending = crowd.openSessions(senders);
    List<ClientSocket> receiving = crowd.openSessions(receivers);
    List<Exchange> exchanges = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      exchanges.add(exchange(ids.get(i), sending.get(i), List.of(receiving.get(i))));
    }
    return exchanges(ids, senders, exchanges);
  }

  @Override
  public Exchanges room(int members) {
    List<Somebody> people = crowd.first(members);
    String id = conversations.room(people);
    List<ClientSocket> sockets = crowd.openSessions(people);
    Exchange exchange = exchange(id, sockets.get(0), sockets.subList(1, members));
    return exchanges(List.of(id), people.subList(0, 1), List.of(exchange));
  }

  private Exchange exchange(String id, ClientSocket sender, List<ClientSocket> receivers) {
    return new Exchange(
        sender,
        receivers,
        new ParleyWording(id, BODY_LENGTH, client.faults()),
        new DeliveryLedger("Parley, " + id, receivers.size(), true, client.faults()));
  }

  private Exchanges exchanges(List<String> ids, List<Somebody> viewers, List<Exchange> exchanges) {
    long[] before = conversations.lastSeqs(ids, viewers);
    return new Exchanges(
        client, exchanges, () -> conversations.verify(ids, viewers, before, exchanges));
  }

  @Override
  public Acquaintances acquaintances(int pairs) {
    // Person 0 is connected with everybody, and 2i with 2i + 1: these are strangers.
    List<Somebody> people = crowd.first(2 * pairs + 1);
    return new ParleyAcquaintances(
        client,
        crowd.lines(Acquaintances.AT_A_TIME),
        sides(every(people, 1, 2)),
        sides(every(people, 2, 2)));
  }

  private List<Side> sides(List<Somebody> people) {
    List<ClientSocket> sockets = crowd.openSessions(people);
    return IntStream.range(0, people.size())
        .mapToObj(
            i -> {
              ConnectionEvents events =
                  new ConnectionEvents(people.get(i).username(), client.faults());
              sockets.get(i).onText(events::take);
              return new Side(people.get(i), sockets.get(i), events);
            })
        .toList();
  }

  private static List<Somebody> every(List<Somebody> people, int first, int step) {
    return IntStream.iterate(first, i -> i < people.size(), i -> i + step)
        .mapToObj(people::get)
        .toList();
  }

  @Override
  public List<ClientSocket> idleSessions(int count) {
    return crowd.openSessions(crowd.first(count));
  }

  @Override
  public void close() {
    server.close();
  }
}
