package dev.parley.journey.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.journey.Anybody;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.WatchedServer;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A server that is told where to sends a span of each call, and nothing that is secret. */
@ResourceLock("the watched server")
class TracingIT {
  private final ParleyServer server = WatchedServer.shared();

  @Test
  void a_call_is_sent_as_a_span_that_says_what_and_how() {
    Person ada = new People(server).register("ada");
    ada.get("users/" + ada.username() + "/reachability/").then().statusCode(200);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> WatchedServer.SPANS.texts().contains("reachability"));
    assertThat(WatchedServer.SPANS.texts())
        .contains("parley-under-test")
        .contains("http.request.method");
  }

  @Test
  void a_span_goes_on_with_the_trace_of_its_caller() {
    Person ada = new People(server).register("ada");
    // Sixteen bytes, all of which stand for printable characters.
    String trace = "7061726c65792d" + "747261636520" + "616461";
    ada.call()
        .header("traceparent", "00-" + trace + "-6164612d7370616e-01")
        .get(server.api() + "me/")
        .then()
        .statusCode(200);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> WatchedServer.SPANS.texts().contains("parley-trace ada"));
  }

  @Test
  void no_secret_is_sent_along() {
    String secret = "secret-" + UUID.randomUUID();
    Anybody anybody = new Anybody(server);
    anybody.signsIn("ada", secret).then().statusCode(401);
    Person ada = new People(server).register("ada");
    ada.get("search/?q=" + secret).then().statusCode(200);
    String marker = "marker-" + UUID.randomUUID().toString().substring(0, 8);
    ada.get("users/" + marker + "/").then().statusCode(404);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> WatchedServer.SPANS.texts().contains("users/" + marker));
    assertThat(WatchedServer.SPANS.texts())
        .contains("GET /chat/api/search")
        .contains("POST /chat/api/login")
        .contains("GET /chat/api/users/{username}")
        .doesNotContain("/chat/apisearch");
    assertThat(WatchedServer.SPANS.texts())
        .doesNotContain(secret)
        .doesNotContain(ada.password())
        .doesNotContain(ada.accessToken())
        .doesNotContain(ada.refreshToken());
  }
}
