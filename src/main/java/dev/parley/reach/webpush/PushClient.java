package dev.parley.reach.webpush;

import com.zerodeplibs.webpush.MessageEncryptions;
import com.zerodeplibs.webpush.PushMessage;
import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Calls push services (RFC 8030): nothing but the address of a subscription, without following them
 * elsewhere, for a bounded time, keeping nothing of what they say.
 */
@ApplicationScoped
public class PushClient {
  private static final Duration KEPT_BY_SERVICE = Duration.ofDays(1);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(3))
          .build();

  @Inject private Vapid vapid;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "parley.limits.push-wait")
  private Duration wait;

  /** Encrypts a push for its browser and sends it off; the answer comes on another thread. */
  CompletableFuture<PushServiceAnswer> post(Push push) {
    CompletableFuture<HttpResponse<Void>> call =
        client.sendAsync(request(push), BodyHandlers.discarding());
    // The time-out of a request ends with its headers, and a body may trickle.
    return call.copy()
        .orTimeout(wait.toMillis(), TimeUnit.MILLISECONDS)
        .handle(
            (response, failure) -> {
              call.cancel(true);
              return failure == null ? read(response) : PushServiceAnswer.NONE;
            });
  }

  private HttpRequest request(Push push) {
    Subscription to = push.to();
    PushPayload payload = push.payload();
    byte[] body =
        MessageEncryptions.of()
            .encrypt(
                UserAgentMessageEncryptionKeyInfo.of(to.keys().point(), to.keys().secret()),
                PushMessage.of(payload.payload()))
            .toBytes();
    return HttpRequest.newBuilder(to.endpoint())
        .timeout(wait)
        .header("Authorization", vapid.authorization(to.origin()))
        .header("Content-Type", "application/octet-stream")
        .header("Content-Encoding", "aes128gcm")
        .header("TTL", String.valueOf(KEPT_BY_SERVICE.toSeconds()))
        .header("Urgency", payload.isUrgent() ? "high" : "normal")
        .header("Topic", payload.topic())
        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
  }

  private PushServiceAnswer read(HttpResponse<Void> response) {
    return PushServiceAnswer.of(
        response.statusCode(), response.headers().firstValue("Retry-After"), clock.instant());
  }
}
