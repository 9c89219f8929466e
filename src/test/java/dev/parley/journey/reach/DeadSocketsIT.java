package dev.parley.journey.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.RawSocket;
import dev.parley.journey.Talk;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections that are cut while something is sent to them: nobody else's stream stands for it. */
class DeadSocketsIT {
  private static final int LOOPS = 6;
  private static final int CUTS = 1_200;
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Duration BETWEEN_MESSAGES = Duration.ofMillis(50);
  private static final int LATEST_CUT_MICROS = 6_000;

  private final ParleyServer server = ParleyServer.shared();
  private final People people = new People(server);
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");
  private final AtomicInteger cuts = new AtomicInteger();
  private final List<CompletableFuture<Void>> loops = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Instant end = Instant.now().plus(LONGEST);

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @Test
  void a_session_that_stays_gets_everything_while_others_of_its_user_are_cut() {
    Talk talk = Talk.between(ada, ben);
    try (LiveClient stays = ben.opensLiveSession()) {
      long head = stays.saysHello().getLong("head");
      List<LiveClient> speaking =
          Stream.generate(ada::opensLiveSessionAsProgram).limit(LOOPS).toList();
      speaking.forEach(live -> runs(() -> says(live, talk)));
      speaking.forEach(live -> runs(this::isCut));
      CompletableFuture.allOf(loops.toArray(CompletableFuture[]::new)).join();
      speaking.forEach(LiveClient::close);

      talk.says(ada, "the last word");
      long last = awaitLastWord(stays).getLong("seq");
      assertThat(eventsOf(stays))
          .containsExactlyElementsOf(LongStream.rangeClosed(head + 1, last).boxed().toList());
    }
    try (LiveClient fresh = ben.opensLiveSession()) {
      fresh.saysHello();
      talk.says(ada, "the last word");
      awaitLastWord(fresh);
    }
  }

  private static JsonPath awaitLastWord(LiveClient live) {
    return live.awaitFrame(
        frame ->
            "message.sent".equals(frame.getString("event"))
                && "the last word".equals(frame.getString("data.body")));
  }

  private static List<Long> eventsOf(LiveClient live) {
    return live.frames().stream()
        .filter(frame -> "event".equals(frame.getString("type")))
        .map(frame -> frame.getLong("seq"))
        .toList();
  }

  /** Opens a session and has its connection cut within moments, with a word of goodbye or none. */
  private void isCut() {
    RawSocket cut = RawSocket.openAsProgram(server, ben.accessToken());
    cut.sends("{'action':'hello','id':'hello'}").readsUntil("\"welcome\"");
    int micros = ThreadLocalRandom.current().nextInt(LATEST_CUT_MICROS);
    LockSupport.parkNanos(micros * 1_000L);
    if (cuts.incrementAndGet() % 2 == 0) {
      cut.close();
    } else {
      cut.cuts();
    }
  }

  /** As often as the rate of frames allows. */
  private static void says(LiveClient live, Talk talk) {
    live.sends(talk.frame("m", UUID.randomUUID().toString(), "one of many"));
    LockSupport.parkNanos(BETWEEN_MESSAGES.toNanos());
  }

  /** Does something again and again, beside all else that runs, until there were cuts enough. */
  private void runs(Runnable act) {
    loops.add(
        CompletableFuture.runAsync(
            () -> {
              while (cuts.get() < CUTS && Instant.now().isBefore(end)) {
                act.run();
              }
            },
            threads));
  }
}
