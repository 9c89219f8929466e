package dev.parley.journey.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.base.media.PictureBombs;
import dev.parley.journey.AttachmentCalls;
import dev.parley.journey.BusyPairs;
import dev.parley.journey.Database;
import dev.parley.journey.DefaultServer;
import dev.parley.journey.Misbehaviour;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.SlowestCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Security, line 14: slow bodies, slow readers, picture bombs, a loop of syncs and a flood of
 * registrations, all at once on a server with default limits, cost other people nothing.
 *
 * <p>It runs only with {@code -Dhostile.seconds=60}, the time of the attack, since its figures say
 * something on an otherwise quiet machine alone. It prints what it measured, with the processor
 * time of the server, of its database and of the clients, which take theirs from the same machine.
 */
@EnabledIfSystemProperty(
    named = "hostile.seconds",
    matches = "\\d+",
    disabledReason = "its figures need a quiet machine")
class HostileLoadIT {
  private static final int SECONDS = Integer.getInteger("hostile.seconds", 60);

  private static final int SLOW = 200;
  private static final int PAIRS = 4;
  private static final int EVENTS = 500;
  private static final int LARGE = 8 * 1024 * 1024;
  private static final Duration WARM_UP = Duration.ofSeconds(4);

  private static final int TIMES = 2;
  private static final Duration A_SECOND = Duration.ofSeconds(1);
  private static final long FLAT_KIB = 20 * 1024;

  /** What the server may hold for each body and answer that hardly moves. */
  private static final long HELD_KIB = 100;

  private static final ParleyServer SERVER = DefaultServer.shared();

  private final People people = new People(SERVER);
  private final Person eve = people.register("eve");
  private final List<Duration> quiet = new ArrayList<>();
  private final List<Duration> loaded = new ArrayList<>();
  private final SlowestCall config = new SlowestCall(SERVER.api().resolve("config/"));
  private long heapBefore;
  private long heapMeanwhile;
  private ProcessorTime spent;

  @Test
  void what_some_do_costs_others_nothing() {
    String large = new AttachmentCalls(SERVER).keeps(eve, "large.bin", new byte[LARGE]);
    growsJournal(eve);
    try (BusyPairs pairs = BusyPairs.of(people, PAIRS)) {
      pairs.talk(WARM_UP);
      quiet.addAll(pairs.talk(Duration.ofSeconds(SECONDS / 3)));
      heapBefore = SERVER.process().usedHeapKib();
      attack(pairs, "attachments/" + large + "/");
      quiet.addAll(pairs.talk(Duration.ofSeconds(SECONDS / 3)));
    }
    assertThatOthersWereServed(SERVER.process().usedHeapKib());
  }

  private void attack(BusyPairs pairs, String large) {
    try (Misbehaviour hostile = new Misbehaviour(SERVER)) {
      hostile
          .sendsBodiesSlowly(SLOW)
          .readsSlowly(SLOW, eve, large)
          .uploads(eve, PictureBombs.progressiveJpeg(2048, 2048, 300))
          .syncs(eve)
          .registers();
      config.begin();
      ProcessorTime before = ProcessorTime.of(SERVER);
      loaded.addAll(pairs.talk(Duration.ofSeconds(SECONDS)));
      spent = ProcessorTime.of(SERVER).minus(before);
      config.end();
      heapMeanwhile = SERVER.process().usedHeapKib();
      System.out.println("Hostile acts with the status of their answers: " + hostile.outcomes());
    }
  }

  private void assertThatOthersWereServed(long heapAfter) {
    BusyPairs.Latency before = BusyPairs.Latency.of(quiet);
    BusyPairs.Latency meanwhile = BusyPairs.Latency.of(loaded);
    String measured =
        "%d s: messages quiet %s, attacked %s; config at most %d ms; heap %d, %d, %d KiB; %s"
            .formatted(
                SECONDS,
                before,
                meanwhile,
                config.slowest().toMillis(),
                heapBefore,
                heapMeanwhile,
                heapAfter,
                spent);
    System.out.println(measured);
    assertThat(meanwhile.p99()).as(measured).isLessThan(before.p99().multipliedBy(TIMES));
    assertThat(config.slowest()).as(measured).isLessThan(A_SECOND);
    assertThat(heapMeanwhile - heapBefore).as(measured).isLessThan(FLAT_KIB + 2 * SLOW * HELD_KIB);
    assertThat(heapAfter - heapBefore).as(measured).isLessThan(FLAT_KIB);
  }

  /** What the processors did for the server, for its database and for all clients of the test. */
  private record ProcessorTime(Duration server, Duration database, Duration clients) {
    static ProcessorTime of(ParleyServer server) {
      return new ProcessorTime(
          of(server.process().handle()),
          server.databaseProcesses().map(ProcessorTime::of).reduce(Duration.ZERO, Duration::plus),
          of(ProcessHandle.current()));
    }

    private static Duration of(ProcessHandle process) {
      return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    ProcessorTime minus(ProcessorTime earlier) {
      return new ProcessorTime(
          server.minus(earlier.server),
          database.minus(earlier.database),
          clients.minus(earlier.clients));
    }
  }

  private static void growsJournal(Person person) {
    UUID id = UUID.fromString(person.id());
    Database database = new Database(SERVER);
    database.change(
        "insert into journal_event (user_id, seq, type, subject, at)"
            + " select user_id, s, 'user.updated', user_id, now() from journal_head,"
            + " generate_series(head + 1, head + "
            + EVENTS
            + ") s where user_id = ?",
        id);
    database.change("update journal_head set head = head + " + EVENTS + " where user_id = ?", id);
  }
}
