package dev.parley.identity.sso;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Fetches the public documents of providers: small ones, soon, and from where they say only. */
@ApplicationScoped
public class ProviderCalls {
  private static final int MOST_BYTES = 512 * 1024;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(3))
          .build();

  @Inject
  @ConfigProperty(name = "parley.limits.sso-wait")
  private Duration wait;

  /** How long a call may take altogether. */
  Duration patience() {
    return wait;
  }

  /**
   * The document at an address.
   *
   * @throws IOException when it does not come in time, is too large, or is none
   */
  String get(URI address) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(address).timeout(wait).header("Accept", "application/json").build();
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, info -> new BoundedBody(MOST_BYTES));
    try {
      // The time-out of a request ends with its headers, and a body may trickle.
      HttpResponse<byte[]> response = answer.get(wait.toMillis(), TimeUnit.MILLISECONDS);
      if (response.statusCode() != 200) {
        throw new IOException(address + " answers with status " + response.statusCode());
      }
      return new String(response.body(), StandardCharsets.UTF_8);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IOException(address + " does not answer within " + wait, e);
    } catch (ExecutionException e) {
      throw new IOException(address + " cannot be read: " + e.getCause(), e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException(address + " was waited for in vain", e);
    }
  }
}
