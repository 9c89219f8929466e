package dev.parley.journey;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;

/** A client that keeps a replica by its live session and comes back after every disconnect. */
final class SyncingClient implements AutoCloseable {
  private final Person person;
  private final List<Long> order = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private Replica replica;
  private LiveSession live;
  private int read;

  SyncingClient(Person person) {
    this.person = person;
    replica = fresh();
    connects();
  }

  /** A replica made of a snapshot only. */
  Replica fresh() {
    return Replica.of(person.get("snapshot/").jsonPath());
  }

  /** Opens a live session and resumes where the replica stands. */
  void connects() {
    live = person.opensLiveSessionAsProgram();
    read = 0;
    live.saysHello(replica.epoch(), replica.last());
  }

  /** Loses its live session, whatever is on its way, and comes back. */
  void reconnects() {
    live.socket().abort();
    connects();
  }

  /** Reads what has arrived; some of it is lost on purpose, so that it has to sync. */
  void reads(boolean loseOne) {
    List<JsonPath> frames = live.frames();
    boolean lose = loseOne;
    while (read < frames.size()) {
      JsonPath frame = frames.get(read++);
      if (!"event".equals(frame.getString("type"))) {
        continue;
      }
      if (lose) {
        lose = false;
        continue;
      }
      long before = replica.last();
      if (!replica.apply(frame)) {
        live.sends("{'action':'sync','id':'gap','since':%d}".formatted(replica.last()));
        return;
      }
      if (replica.last() > before) {
        order.add(frame.getLong("seq"));
        names.add(frame.getString("event"));
      }
    }
  }

  /** Reads on until it stands at this place. */
  void catchesUp(long head) {
    live.sends("{'action':'sync','id':'last','since':%d}".formatted(replica.last()));
    org.awaitility.Awaitility.await()
        .atMost(java.time.Duration.ofSeconds(30))
        .until(
            () -> {
              reads(false);
              return replica.last() >= head;
            });
  }

  Replica replica() {
    return replica;
  }

  /** The places of the events it applied, in the order of applying. */
  List<Long> order() {
    return order;
  }

  /** What those events were. */
  List<String> names() {
    return names;
  }

  @Override
  public void close() {
    live.socket().abort();
  }
}
