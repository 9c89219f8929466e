package dev.parley.journey;

import dev.parley.journey.RaceTrack.Answer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/** Makes calls without waiting for their answers, so that many run at the same moment. */
public final class Calls {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final ParleyServer server;

  public Calls(ParleyServer server) {
    this.server = server;
  }

  /**
   * Makes a call.
   *
   * @param body as JSON; empty for none
   */
  public CompletableFuture<Answer> make(Person who, String method, String path, String body) {
    HttpRequest.Builder call =
        HttpRequest.newBuilder(URI.create(server.api() + path))
            .header("Authorization", "Bearer " + who.accessToken())
            .method(method, BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      call.header("Content-Type", "application/json");
    }
    return CLIENT
        .sendAsync(call.build(), BodyHandlers.ofString())
        .thenApply((HttpResponse<String> answer) -> new Answer(answer.statusCode(), answer.body()));
  }
}
