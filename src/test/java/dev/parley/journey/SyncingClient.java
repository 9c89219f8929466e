package dev.parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** A client that keeps a replica by its live session and comes back after every disconnect. */
public final class SyncingClient implements AutoCloseable {
  private final Person person;
  private final List<Long> order = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private Replica replica;
  private LiveClient live;
  private int read;
  private boolean syncing;

  public SyncingClient(Person person) {
    this.person = person;
    replica = fresh();
    connects();
  }

  /** A replica made of a snapshot only. */
  public Replica fresh() {
    return Replica.of(person.get("snapshot/").jsonPath());
  }

  /** Opens a live session and resumes where the replica stands. */
  public void connects() {
    live = person.opensLiveSessionAsProgram();
    read = 0;
    syncing = false;
    live.saysHello(replica.epoch(), replica.last());
  }

  /** Loses its live session, whatever is on its way, and comes back. */
  public void reconnects() {
    live.socket().abort();
    connects();
  }

  /** Reads what has arrived; some of it is lost on purpose, so that it has to sync. */
  public void reads(boolean loseOne) {
    boolean lose = loseOne;
    for (String text : newTexts()) {
      read++;
      JsonPath frame = JsonPath.from(text);
      if ("ack".equals(frame.getString("type"))) {
        syncing = false;
      } else if ("event".equals(frame.getString("type"))) {
        if (!lose) {
          takes(frame);
        }
        lose = false;
      }
    }
  }

  private List<String> newTexts() {
    List<String> all = live.texts();
    return all.subList(read, all.size());
  }

  private void takes(JsonPath event) {
    long before = replica.last();
    if (!replica.apply(event)) {
      syncs();
    } else if (replica.last() > before) {
      order.add(event.getLong("seq"));
      names.add(event.getString("event"));
    }
  }

  /** Asks for what it lacks, unless it has asked already. */
  private void syncs() {
    if (!syncing) {
      syncing = true;
      live.sends("{'action':'sync','id':'gap','since':%d}".formatted(replica.last()));
    }
  }

  /** Reads on until it stands at this place. */
  public void catchesUp(long head) {
    Awaitility.await()
        .alias("at " + head)
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              reads(false);
              if (replica.last() < head) {
                syncs();
              }
              return replica.last();
            },
            last -> last >= head);
    assertThat(live.isOpen()).isTrue();
  }

  public Replica replica() {
    return replica;
  }

  /** The places of the events it applied, in the order of applying. */
  public List<Long> order() {
    return order;
  }

  /** What those events were. */
  public List<String> names() {
    return names;
  }

  @Override
  public void close() {
    live.socket().abort();
  }
}
