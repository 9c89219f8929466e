package dev.parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Connections that are cut while something is sent to them: nobody else's stream stands for it. */
class DeadSocketsIT {
  private static final int LOOPS = 6;
  private static final int CUTS = 240;
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final int LATEST_CUT_MICROS = 6_000;

  private final ParleyServer server = ParleyServer.shared();
  private final People people = new People(server);
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");
  private final AtomicInteger cuts = new AtomicInteger();
  private final Instant end = Instant.now().plus(LONGEST);

  @Test
  void a_session_that_stays_gets_everything_while_others_of_its_user_are_cut() {
    Talk talk = Talk.between(ada, ben);
    try (LiveSession stays = ben.opensLiveSession()) {
      long head = stays.saysHello().getLong("head");
      atOnce(() -> talk.says(ada, "one of many"), this::isCut);

      talk.says(ada, "the last word");
      long last = awaitLastWord(stays).getLong("seq");
      assertThat(eventsOf(stays))
          .containsExactlyElementsOf(LongStream.rangeClosed(head + 1, last).boxed().toList());
    }
    try (LiveSession fresh = ben.opensLiveSession()) {
      fresh.saysHello();
      talk.says(ada, "the last word");
      awaitLastWord(fresh);
    }
  }

  private static JsonPath awaitLastWord(LiveSession live) {
    return live.awaitFrame(
        frame ->
            "message.sent".equals(frame.getString("event"))
                && "the last word".equals(frame.getString("data.body")));
  }

  private static List<Long> eventsOf(LiveSession live) {
    return live.frames().stream()
        .filter(frame -> "event".equals(frame.getString("type")))
        .map(frame -> frame.getLong("seq"))
        .toList();
  }

  private void isCut() {
    RawSocket cut = RawSocket.open(server, ben.ticket());
    cut.sends("{'action':'hello','id':'hello'}").readsUntil("\"welcome\"");
    int micros = ThreadLocalRandom.current().nextInt(LATEST_CUT_MICROS);
    LockSupport.parkNanos(micros * 1_000L);
    cut.cuts();
    cuts.incrementAndGet();
  }

  /** Does each again and again, in several loops at once, until there were cuts enough. */
  private void atOnce(Runnable... acts) {
    ExecutorService loops = Executors.newFixedThreadPool(acts.length * LOOPS);
    try {
      CompletableFuture.allOf(
              List.of(acts).stream()
                  .flatMap(act -> IntStream.range(0, LOOPS).mapToObj(i -> act))
                  .map(act -> CompletableFuture.runAsync(() -> repeats(act), loops))
                  .toArray(CompletableFuture[]::new))
          .join();
    } finally {
      loops.shutdownNow();
    }
  }

  private void repeats(Runnable act) {
    while (cuts.get() < CUTS && Instant.now().isBefore(end)) {
      act.run();
    }
  }
}
