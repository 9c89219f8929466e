package dev.parley.journey.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACSigner;
import dev.parley.journey.Guest;
import dev.parley.journey.IdentityProvider;
import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.ProviderToken;
import dev.parley.journey.SsoServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What a provider signs out is out within five seconds, and only a provider can do it. */
@ResourceLock("the server with single sign-on")
class SsoLogoutIT {
  private static final Duration AT_ONCE = Duration.ofSeconds(5);
  private final ParleyServer server = SsoServer.shared();
  private final IdentityProvider acme = SsoServer.ACME;
  private final Guest guest = new Guest(server);
  private final String subject = UUID.randomUUID().toString();
  private final String session = UUID.randomUUID().toString();

  private ProviderToken idToken() {
    return acme.idToken(subject).with("sid", session);
  }

  private void isOut(Person person) {
    await().atMost(AT_ONCE).until(() -> person.get("me/").statusCode() == 401);
    guest.anybody().refreshes(person.refreshToken()).then().statusCode(401);
  }

  private void signsOut(ProviderToken logout, int signIns) {
    guest
        .tells("acme", logout.text())
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("sign_ins", equalTo(signIns));
  }

  @Test
  void a_session_that_the_provider_ends_is_over_here_and_no_other() {
    Person phone = guest.signsIn(idToken());
    Person laptop = guest.signsIn(acme.idToken(subject).with("sid", session + "-other"));
    String ticket = phone.ticket();
    try (LiveClient live = phone.opensLiveSession();
        LiveClient other = laptop.opensLiveSession()) {
      signsOut(acme.logoutToken().with("sid", session), 1);
      assertThat(live.awaitCloseCode()).isEqualTo(4409);
      assertThat(live.closeReason()).isEqualTo("signed_out");
      isOut(phone);
      guest
          .anybody()
          .with("Upgrade", "websocket")
          .gets("/ws/chat/?ticket=" + ticket)
          .then()
          .statusCode(401);
      laptop.get("me/").then().statusCode(200);
      assertThat(other.settles().isOpen()).isTrue();
    }
  }

  @Test
  void somebody_whom_the_provider_signs_out_is_out_everywhere_but_by_their_password() {
    Person local = new People(server).register("ada");
    Map<String, String> link =
        Map.of("provider", "acme", "id_token", idToken().with("nonce", "n").text(), "nonce", "n");
    local.post("me/identities/", link).then().statusCode(201);
    Person phone = guest.signsIn(idToken());
    Person laptop = guest.signsIn(acme.idToken(subject));
    signsOut(acme.logoutToken().with("sub", subject), 2);
    isOut(phone);
    isOut(laptop);
    local.get("me/").then().statusCode(200);
  }

  @Test
  void a_token_that_is_older_than_the_logout_signs_in_no_more() {
    ProviderToken kept = idToken();
    ProviderToken ofAnotherSession =
        acme.idToken(subject).with("iat", Instant.now().getEpochSecond() - 5);
    signsOut(acme.logoutToken().with("sid", session), 0);
    guest.brings("acme", kept).then().statusCode(401).body("code", equalTo("sso_token_refused"));
    signsOut(acme.logoutToken().with("sub", subject), 0);
    guest.brings("acme", ofAnotherSession).then().statusCode(401);
    long later = Instant.now().getEpochSecond() + 2;
    guest.signsIn(acme.idToken(subject).with("iat", later));
  }

  @Test
  void only_a_sound_logout_token_signs_anybody_out() throws Exception {
    Person kim = guest.signsIn(idToken());
    ProviderToken sound = acme.logoutToken().with("sub", subject).with("sid", session);
    long now = Instant.now().getEpochSecond();
    refused(sound.signedBy(IdentityProvider.newKey()).text());
    refused(
        sound.signed(JWSAlgorithm.HS256, new MACSigner(acme.key().toRSAPublicKey().getEncoded())));
    refused(sound.with("iss", "https://evil.example").text());
    refused(sound.with("aud", "another-client").text());
    refused(sound.with("azp", "another-client").text());
    refused(sound.with("events", null).text());
    refused(sound.with("events", Map.of("http://example.org/other", Map.of())).text());
    refused(sound.with("nonce", "n").text());
    refused(sound.with("jti", null).text());
    refused(sound.with("iat", null).text());
    refused(sound.with("iat", now - 600).text());
    refused(sound.with("iat", now + 600).text());
    refused(sound.with("exp", now - 60).text());
    refused(sound.with("sub", null).with("sid", null).text());
    refused(sound.ofType("at+jwt").text());
    refused(idToken().text());
    refused("junk");
    kim.get("me/").then().statusCode(200);
    guest
        .anybody()
        .call()
        .formParam("token", sound.text())
        .post(server.api() + "login/sso/acme/backchannel-logout/")
        .then()
        .statusCode(400);
    guest.tells("nobody", sound.text()).then().statusCode(404);
    guest.tells("globex", sound.text()).then().statusCode(400);
    guest
        .anybody()
        .posts("login/sso/acme/backchannel-logout/", Map.of("logout_token", sound.text()))
        .then()
        .statusCode(415);
    kim.get("me/").then().statusCode(200);
    signsOut(sound, 1);
    refused(sound.text());
  }

  private void refused(String token) {
    guest.tells("acme", token).then().statusCode(400).body("code", equalTo("logout_token_refused"));
  }
}
