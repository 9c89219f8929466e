package dev.parley.journey;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Asks for the same thing five times a second, and remembers the slowest answer. */
public final class SlowestCall {
  private static final Duration FAILED = Duration.ofSeconds(30);

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpRequest request;
  private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
  private volatile Duration slowest = Duration.ZERO;

  public SlowestCall(URI address) {
    request = HttpRequest.newBuilder(address).timeout(FAILED).build();
  }

  public void begin() {
    pace.scheduleAtFixedRate(this::ask, 0, 200, TimeUnit.MILLISECONDS);
  }

  private void ask() {
    long begun = System.nanoTime();
    Duration taken = FAILED;
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() == 200) {
        taken = Duration.ofNanos(System.nanoTime() - begun);
      }
    } catch (java.io.IOException | InterruptedException e) {
      // It counts as the longest wait.
    }
    slowest = slowest.compareTo(taken) < 0 ? taken : slowest;
  }

  /** Asks no more, and waits for the last answer. */
  public void end() {
    pace.shutdown();
    try {
      pace.awaitTermination(FAILED.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public Duration slowest() {
    return slowest;
  }
}
