package dev.parley.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Looks at a port from before its server starts, for what that shows by itself until Parley
 * answers.
 */
public final class PortObserver implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Set<Integer> FIT = Set.of(404, 503);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();
  private final Set<String> unfit = ConcurrentHashMap.newKeySet();
  private final AtomicInteger refused = new AtomicInteger();
  private final int port;
  private volatile boolean answered;

  private PortObserver(int port) {
    this.port = port;
  }

  /** Begins to look. */
  public static PortObserver of(int port) {
    PortObserver observer = new PortObserver(port);
    observer.looking.scheduleWithFixedDelay(observer::look, 0, 5, TimeUnit.MILLISECONDS);
    return observer;
  }

  /** Parley answers, and nobody else has before. */
  public void sawParleyAlone() {
    await().atMost(PATIENCE).until(() -> answered || !unfit.isEmpty());
    sawNothingElse();
  }

  /** Nobody but Parley has answered so far. */
  public void sawNothingElse() {
    assertThat(unfit).isEmpty();
    assertThat(refused).as("looked before the server was there").hasPositiveValue();
  }

  private void look() {
    if (!answered) {
      ask("/metrics");
      ask("/nothing");
      ask("/chat/api/config/");
    }
  }

  private void ask(String path) {
    URI address = URI.create("http://127.0.0.1:" + port + path);
    try {
      HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      boolean parley = path.equals("/chat/api/config/") && answer.statusCode() == 200;
      answered |= parley;
      boolean named = answer.body().contains("Payara");
      if (named || !parley && !FIT.contains(answer.statusCode())) {
        unfit.add(path + ": " + answer.statusCode() + (named ? ", says what it is" : ""));
      }
    } catch (IOException closed) {
      refused.incrementAndGet();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    looking.shutdownNow();
  }
}
