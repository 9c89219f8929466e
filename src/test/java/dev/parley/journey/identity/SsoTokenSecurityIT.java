package dev.parley.journey.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.util.Base64URL;
import dev.parley.journey.Anybody;
import dev.parley.journey.AtOnce;
import dev.parley.journey.Guest;
import dev.parley.journey.IdentityProvider;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.ProviderToken;
import dev.parley.journey.SsoServer;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A provider's token that is forged, expired, replayed or meant for somebody else opens nothing.
 */
@ResourceLock("the server with single sign-on")
class SsoTokenSecurityIT {
  private static final String OTHER = "another-client";
  private final ParleyServer server = SsoServer.shared();
  private final IdentityProvider acme = SsoServer.ACME;
  private final String subject = UUID.randomUUID().toString();
  private final ProviderToken sound = acme.idToken(subject);

  /** The client hears nothing of the reason; the operator reads it. */
  private void refused(Map<String, String> members, String because) {
    Guest guest = new Guest(server);
    Response answer = guest.brings("acme", members);
    answer
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", "Bearer")
        .body("code", equalTo("sso_token_refused"));
    assertThat(answer.asString()).doesNotContain(because);
    await()
        .untilAsserted(
            () ->
                assertThat(server.process().output())
                    .contains(
                        "A token of acme was refused from " + guest.address() + ": " + because));
  }

  private void refused(ProviderToken token, String because) {
    refused(token.text(), because);
  }

  private void refused(String token, String because) {
    refused(Map.of("id_token", token), because);
  }

  private void accepted(ProviderToken token) {
    new Guest(server).brings("acme", token).then().statusCode(200);
  }

  @Test
  void what_is_no_signed_token_is_refused() {
    String[] parts = sound.text().split("\\.");
    String none = Base64URL.encode("{\"alg\":\"none\"}").toString();
    for (String junk :
        List.of("", "x", "a.b.c", parts[0] + "." + parts[1], "\0", none + "." + parts[1] + ".")) {
      refused(junk, "no signed token");
    }
    refused("a".repeat(40_000), "too long");
  }

  @Test
  void a_signature_that_is_not_the_providers_is_refused() throws Exception {
    String[] parts = sound.text().split("\\.");
    String changed =
        Base64URL.encode(
                new String(
                        Base64URL.from(parts[1]).decode(), java.nio.charset.StandardCharsets.UTF_8)
                    .replace(subject, "somebody-else"))
            .toString();
    refused(parts[0] + "." + changed + "." + parts[2], "with a wrong signature");
    refused(
        sound
            .signedBy(
                new com.nimbusds.jose.jwk.RSAKey.Builder(IdentityProvider.newKey())
                    .keyID(acme.key().getKeyID())
                    .build())
            .text(),
        "with a wrong signature");
    refused(sound.signedBy(IdentityProvider.newKey()).text(), "signed by an unknown key");
    refused(
        sound.signed(JWSAlgorithm.HS256, new MACSigner(acme.key().toRSAPublicKey().getEncoded())),
        "signed by an algorithm that is not accepted");
    refused(
        SsoServer.GLOBEX.idToken(subject).with("iss", acme.issuer()).text(),
        "signed by an unknown key");
  }

  @Test
  void a_key_that_is_too_short_proves_nothing() throws Exception {
    RSASSASigner signer = new RSASSASigner(acme.shortKey(), Set.of(AllowWeakRSAKey.getInstance()));
    refused(
        sound.signedBy(acme.shortKey()).signed(JWSAlgorithm.RS256, signer),
        "with a wrong signature");
  }

  @Test
  void every_algorithm_with_a_private_key_is_accepted() {
    for (JWSAlgorithm algorithm :
        List.of(JWSAlgorithm.RS256, JWSAlgorithm.RS512, JWSAlgorithm.PS256)) {
      String token = acme.idToken(subject).text(algorithm);
      new Guest(server).brings("acme", Map.of("id_token", token)).then().statusCode(200);
    }
  }

  @Test
  void a_token_of_another_issuer_or_for_somebody_else_is_refused() {
    refused(sound.with("iss", "https://evil.example"), "of another issuer");
    refused(sound.with("iss", acme.issuer() + "/"), "of another issuer");
    refused(sound.with("iss", null), "of another issuer");
    refused(SsoServer.GLOBEX.idToken(subject), "of another issuer");
    refused(sound.with("aud", OTHER), "for another audience");
    refused(sound.with("aud", List.of(OTHER)), "for another audience");
    refused(sound.with("aud", null), "for another audience");
    refused(sound.with("azp", OTHER), "for another authorized party");
    refused(sound.with("client_id", OTHER), "for another authorized party");
    refused(
        sound.with("aud", List.of(OTHER, IdentityProvider.CLIENT)),
        "for several audiences and no authorized party");
    accepted(
        sound
            .with("aud", List.of(OTHER, IdentityProvider.CLIENT))
            .with("azp", IdentityProvider.CLIENT));
  }

  @Test
  void a_token_out_of_its_time_is_refused() {
    long now = Instant.now().getEpochSecond();
    refused(sound.with("exp", now - 60), "expired");
    refused(sound.with("exp", null), "without a usable exp");
    refused(sound.with("exp", "tomorrow"), "without a usable exp");
    refused(sound.with("exp", 1e300), "without a usable exp");
    refused(sound.with("iat", now + 120), "of the future");
    refused(sound.with("iat", null), "without a usable iat");
    refused(sound.with("nbf", now + 120), "of the future");
    accepted(sound.with("iat", now + 10).with("exp", now + 60));
  }

  @Test
  void a_token_without_somebody_is_refused() {
    refused(sound.with("sub", null), "without a usable sub");
    refused(sound.with("sub", " "), "without a usable sub");
    refused(sound.with("sub", 7), "without a usable sub");
    refused(sound.with("sub", "a\0b"), "without a usable sub");
    refused(sound.with("sub", "x".repeat(256)), "without a usable sub");
  }

  @Test
  void the_nonce_must_be_the_one_that_was_sent() {
    ProviderToken token = sound.with("nonce", "n-1");
    refused(Map.of("id_token", token.text(), "nonce", "n-2"), "with another nonce");
    refused(Map.of("id_token", sound.text(), "nonce", "n-1"), "with another nonce");
    new Guest(server)
        .brings("acme", Map.of("id_token", token.text(), "nonce", "n-1"))
        .then()
        .statusCode(200);
  }

  @Test
  void a_token_works_once() {
    accepted(sound);
    refused(sound, "used before");
    refused(Map.of("access_token", sound.text()), "used before");
  }

  @Test
  void of_many_uses_at_once_one_succeeds() {
    Map<String, String> token = Map.of("id_token", sound.text());
    List<Integer> statuses =
        AtOnce.times(8, i -> new Guest(server).brings("acme", token).statusCode());
    assertThat(statuses).containsOnlyOnce(200);
    assertThat(statuses).filteredOn(status -> status == 401).hasSize(7);
  }

  @Test
  void one_sort_of_token_is_not_taken_for_another() {
    refused(acme.logoutToken().with("sub", subject), "of another type");
    refused(acme.logoutToken().ofType("JWT").with("sub", subject), "a logout token");
    refused(sound.ofType("at+jwt"), "of another type");
    refused(sound.with("typ", "Bearer"), "a token of another sort");
    refused(Map.of("access_token", sound.with("typ", "ID").text()), "a token of another sort");
    refused(Map.of("access_token", sound.with("aud", "account").text()), "for another audience");
    String parleys = new People(server).register("kim").accessToken();
    refused(parleys, "of another issuer");
    new Anybody(server).showsAccessToken(sound.text()).then().statusCode(401);
  }

  @Test
  void what_is_missing_is_named() {
    Guest guest = new Guest(server);
    guest
        .brings("nobody", sound)
        .then()
        .statusCode(400)
        .body("code", equalTo("unknown_provider"))
        .body("errors[0].field", equalTo("provider"));
    guest.brings("acme", Map.of()).then().statusCode(400).body("code", equalTo("invalid_input"));
    guest
        .brings("acme", Map.of("id_token", "x", "access_token", "y"))
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("id_token"));
    guest
        .anybody()
        .posts("login/sso/", Map.of("id_token", "x"))
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("provider"));
    for (String bad : List.of("null", "[]", "{", "{\"provider\": 7}")) {
      guest.anybody().posts("login/sso/", bad).then().statusCode(400);
    }
  }

  @Test
  void guessing_becomes_slow() {
    Guest guest = new Guest(server);
    Response last = guest.brings("acme", Map.of("id_token", "x"));
    for (int i = 0; i < 40 && last.statusCode() == 401; i++) {
      last = guest.brings("acme", Map.of("id_token", "x"));
    }
    last.then().statusCode(429).body("code", equalTo("too_many_attempts"));
    assertThat(last.header("Retry-After")).isNotNull();
    accepted(sound);
  }
}
