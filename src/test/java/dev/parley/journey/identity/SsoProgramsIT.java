package dev.parley.journey.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.parley.journey.Anybody;
import dev.parley.journey.Database;
import dev.parley.journey.Guest;
import dev.parley.journey.IdentityProvider;
import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.ProviderToken;
import dev.parley.journey.SsoServer;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Programs that show a provider's own tokens, where the deployment verifies those. */
@ResourceLock("the server with single sign-on")
class SsoProgramsIT {
  private static final Duration AT_ONCE = Duration.ofSeconds(5);
  private final ParleyServer server = SsoServer.shared();
  private final Guest guest = new Guest(server);
  private final String subject = UUID.randomUUID().toString();
  private final String session = UUID.randomUUID().toString();
  private final String name = "bot-" + UUID.randomUUID().toString().substring(0, 8);

  /** What the provider gives to a program that may call Parley. */
  private ProviderToken token() {
    return SsoServer.ACME
        .idToken(subject)
        .with("aud", List.of(SsoServer.API, "account"))
        .with("azp", "a-program")
        .with("sid", session)
        .with("typ", "Bearer")
        .with("preferred_username", name)
        .with("groups", List.of("admin", "staff"));
  }

  private Response shows(ProviderToken token) {
    return guest.anybody().showsAccessToken(token.text());
  }

  private LiveClient opensLiveSession(ProviderToken token) {
    return LiveClient.open(
        server.liveAddress().toString(), Map.of("Authorization", "Bearer " + token.text()));
  }

  @Test
  void a_program_is_the_user_of_its_token_from_the_first_call_on() {
    Response first = shows(token());
    first.then().statusCode(200).body("username", equalTo(name)).body("roles", contains("user"));
    shows(token()).then().statusCode(200).body("id", equalTo(first.path("id")));
    Person person =
        guest.signsIn(SsoServer.ACME.idToken(subject).with("preferred_username", "other"));
    assertThat(person.id()).isEqualTo(first.path("id"));
    person.get("me/sessions/").then().body("items.size()", equalTo(2));
  }

  @Test
  void the_configured_group_gives_a_program_the_role_and_no_other_does() {
    shows(token().with("groups", List.of("admin"))).then().body("roles", contains("user"));
    shows(token().with("groups", List.of(SsoServer.ADMIN_GROUP)));
    await()
        .atMost(AT_ONCE)
        .until(
            () ->
                shows(token().with("groups", List.of(SsoServer.ADMIN_GROUP)))
                    .asString()
                    .contains("admin"));
    Anybody withGroup =
        guest
            .anybody()
            .with(
                "Authorization",
                "Bearer "
                    + token().with("sub", subject + "x").with("groups", List.of("admin")).text());
    withGroup.gets("/health").then().statusCode(404);
  }

  @Test
  void what_is_no_access_token_for_parley_is_refused() {
    long now = Instant.now().getEpochSecond();
    for (ProviderToken wrong :
        List.of(
            token().with("aud", "account"),
            token().with("aud", null),
            token().with("iss", "https://evil.example"),
            token().with("exp", now - 120),
            token().with("nonce", "n"),
            token().with("typ", "ID"),
            token().with("typ", "Refresh"),
            token().with("sub", null),
            token().signedBy(IdentityProvider.newKey()),
            SsoServer.ACME.logoutToken().with("aud", SsoServer.API).with("sub", subject))) {
      shows(wrong).then().statusCode(401).header("WWW-Authenticate", "Bearer");
    }
  }

  @Test
  void a_program_has_live_sessions_until_the_provider_signs_it_out() {
    ProviderToken token = token();
    try (LiveClient live = opensLiveSession(token)) {
      live.saysHello();
      Response ticket =
          guest.anybody().with("Authorization", "Bearer " + token.text()).posts("ws-ticket/");
      try (LiveClient second =
          LiveClient.open(server.liveAddress() + "?ticket=" + ticket.path("ticket"), Map.of())) {
        guest
            .tells("acme", SsoServer.ACME.logoutToken().with("sid", session).text())
            .then()
            .statusCode(200)
            .body("sign_ins", equalTo(1));
        assertThat(live.awaitCloseCode()).isEqualTo(4409);
        assertThat(second.awaitCloseCode()).isEqualTo(4409);
      }
    }
    await().atMost(AT_ONCE).until(() -> shows(token).statusCode() == 401);
    shows(token()).then().statusCode(401);
    shows(token().with("sid", session + "-new")).then().statusCode(200);
  }

  @Test
  void a_program_that_signs_out_needs_a_token_issued_since() {
    ProviderToken old = token().with("iat", Instant.now().getEpochSecond() - 10);
    Anybody program = guest.anybody().with("Authorization", "Bearer " + old.text());
    program.posts("logout/").then().statusCode(204);
    await().atMost(AT_ONCE).until(() -> program.gets("me/").statusCode() == 401);
    shows(token().with("iat", Instant.now().getEpochSecond() - 5)).then().statusCode(401);
    shows(token().with("iat", Instant.now().getEpochSecond() + 3)).then().statusCode(200);
  }

  @Test
  void a_disabled_account_is_out_whatever_its_provider_says() {
    Response me = shows(token());
    try (LiveClient live = opensLiveSession(token())) {
      new Database(server)
          .change("update users set enabled = false where id = ?::uuid", me.<String>path("id"));
      assertThat(live.awaitCloseCode()).isEqualTo(4403);
    }
    await().atMost(AT_ONCE).until(() -> shows(token()).statusCode() == 401);
  }

  @Test
  void our_own_tokens_are_as_good_as_ever_beside_them() {
    Person ada = new People(server).register("ada");
    ada.get("me/").then().statusCode(200).body("username", equalTo(ada.username()));
    try (LiveClient live = ada.opensLiveSessionAsProgram()) {
      live.saysHello();
    }
    String[] parts = ada.accessToken().split("\\.");
    guest
        .anybody()
        .showsAccessToken(parts[0] + "." + parts[1] + "." + "A".repeat(86))
        .then()
        .statusCode(401);
    guest.anybody().showsAccessToken(ada.refreshToken()).then().statusCode(401);
  }
}
