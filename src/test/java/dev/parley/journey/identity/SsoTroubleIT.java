package dev.parley.journey.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.nimbusds.jose.jwk.RSAKey;
import dev.parley.journey.Anybody;
import dev.parley.journey.Guest;
import dev.parley.journey.IdentityProvider;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.ProviderToken;
import dev.parley.journey.SsoServer;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Providers that are gone, broken, slow, or sign with another key than yesterday. */
@ResourceLock("the server with single sign-on")
class SsoTroubleIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private final ParleyServer server = SsoServer.shared();
  private final IdentityProvider globex = SsoServer.GLOBEX;

  @AfterEach
  void mend() {
    globex.isMended();
  }

  private ProviderToken somebody() {
    return globex.idToken(UUID.randomUUID().toString());
  }

  private Response signsIn(ProviderToken token) {
    return new Guest(server).brings("globex", token);
  }

  private static void unavailable(Response answer) {
    answer
        .then()
        .statusCode(503)
        .body("code", equalTo("provider_unavailable"))
        .body("detail", containsString("does not answer"));
    assertThat(answer.header("Retry-After")).isNotNull();
  }

  /** A key that Parley has never seen makes it ask the provider. */
  private ProviderToken unseen() {
    globex.changesItsKey();
    return somebody();
  }

  @Test
  void a_provider_that_is_gone_is_said_to_be_and_hurts_nobody_else() {
    Guest guest = new Guest(server);
    unavailable(guest.brings("gone", somebody().with("iss", issuerOf("gone"))));
    new People(server).register("kim").onAnotherDevice().get("me/").then().statusCode(200);
    guest.brings("acme", SsoServer.ACME.idToken("kim-" + UUID.randomUUID())).then().statusCode(200);
  }

  private String issuerOf(String id) {
    return new Anybody(server)
        .gets("config/")
        .path("sign_in.sso.find { it.id == '" + id + "' }.issuer");
  }

  @Test
  void a_provider_that_is_broken_is_unavailable_until_it_is_mended() {
    globex.breaks();
    ProviderToken token = unseen();
    unavailable(signsIn(token));
    globex.isMended();
    await().atMost(PATIENCE).until(() -> signsIn(token).statusCode() == 200);
  }

  @Test
  void a_provider_that_is_slow_holds_up_few_and_no_local_sign_in() {
    globex.becomesSlow();
    ProviderToken token = unseen();
    List<CompletableFuture<Response>> waiting =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> signsIn(token)))
            .limit(6)
            .toList();
    new People(server).register("kim").onAnotherDevice().get("me/").then().statusCode(200);
    waiting.forEach(answer -> unavailable(answer.join()));
    globex.isMended();
    await().atMost(PATIENCE).until(() -> signsIn(token).statusCode() == 200);
  }

  @Test
  void a_provider_changes_its_key_and_nobody_restarts_anything() {
    signsIn(somebody()).then().statusCode(200);
    RSAKey old = globex.key();
    signsIn(unseen()).then().statusCode(200);
    signsIn(somebody().signedBy(old))
        .then()
        .statusCode(401)
        .body("code", equalTo("sso_token_refused"));
  }

  @Test
  void a_known_key_needs_no_provider_at_all() {
    signsIn(somebody()).then().statusCode(200);
    int asked = globex.timesAskedForKeys();
    globex.breaks();
    signsIn(somebody()).then().statusCode(200);
    assertThat(globex.timesAskedForKeys()).isEqualTo(asked);
  }
}
