package dev.parley.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** What the log says of a database that goes away and comes back while people go on. */
public final class DatabaseOutage {
  /** Longer than what is done again and again leaves between two attempts. */
  private static final Duration AWAY = Duration.ofSeconds(6);

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int DEVICES = 3;
  private static final int ROUNDS = 3;

  private final ParleyServer server;
  private final int opsPort;
  private final Supplier<String> log;

  private DatabaseOutage(ParleyServer server, int opsPort, Supplier<String> log) {
    this.server = server;
    this.opsPort = opsPort;
    this.log = log;
  }

  /** Uses a server of which it can be said when its database runs. */
  public static void of(
      ParleyServer server, int opsPort, Supplier<String> log, Runnable stop, Runnable start)
      throws Exception {
    new DatabaseOutage(server, opsPort, log).lookOn(stop, start);
  }

  private void lookOn(Runnable stop, Runnable start) throws Exception {
    Person ada = new People(server).register("ada");
    LiveClient live = ada.opensLiveSession();
    live.saysHello();
    String before = log.get();
    stop.run();
    try {
      everybodyGoesOn(ada, live);
    } finally {
      start.run();
    }
    await().atMost(PATIENCE).until(() -> ada.get("connections/").statusCode() == 200);
    await().atMost(PATIENCE).until(() -> readiness() == 200);
    await().atMost(PATIENCE).until(() -> log.get().contains("answers again"));
    assertThat(live.settles().isOpen()).as("the live session has stayed").isTrue();
    assertThat(ada.onAnotherDevice().get("me/").statusCode()).isEqualTo(200);
    List<String> said = log.get().substring(before.length()).lines().toList();
    assertThat(said).hasSize(2);
    assertThat(said.get(0)).contains("WARNING", "The database does not answer: ");
    assertThat(said.get(1)).contains("INFO", "The database answers again");
  }

  private void everybodyGoesOn(Person ada, LiveClient live) throws Exception {
    ExecutorService devices = Executors.newFixedThreadPool(DEVICES);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < DEVICES; i++) {
        all.add(devices.submit(goOn(ada, live)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      devices.shutdownNow();
    }
  }

  private Runnable goOn(Person ada, LiveClient live) {
    return () -> {
      long end = System.nanoTime() + AWAY.toNanos();
      for (int round = 0; round < ROUNDS || System.nanoTime() < end; round++) {
        goesOnce(ada, live);
      }
    };
  }

  private void goesOnce(Person ada, LiveClient live) {
    Anybody anybody = new Anybody(server);
    assertThat(ada.get("connections/").statusCode()).isEqualTo(503);
    assertThat(ada.post("ws-ticket/").statusCode()).isEqualTo(503);
    assertThat(anybody.signsIn(ada.username(), ada.password()).statusCode()).isEqualTo(503);
    assertThat(anybody.refreshes(ada.refreshToken()).statusCode()).isEqualTo(503);
    assertThat(readiness()).isEqualTo(503);
    String id = UUID.randomUUID().toString();
    synchronized (live) {
      live.sends("{'action':'send_request','id':'%s','receiver':'somebody'}".formatted(id));
      assertThat(live.awaitAnswer(id).getString("code")).isEqualTo("unavailable");
    }
  }

  private int readiness() {
    return given().get("http://localhost:" + opsPort + "/health/ready").statusCode();
  }
}
