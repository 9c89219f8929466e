package dev.parley.journey.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.journey.Anybody;
import dev.parley.journey.Database;
import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Access tokens: what they say, and that nothing else is taken for one. */
class TokenSecurityIT {
  private final ParleyServer server = ParleyServer.shared();
  private final Anybody anybody = new Anybody(server);
  private final Person ada = new People(server).register("tok");
  private final SignedJWT genuine = parse(ada.accessToken());

  @Test
  void a_token_is_what_microprofile_wants_and_lives_ten_minutes_at_most() throws Exception {
    JWTClaimsSet claims = genuine.getJWTClaimsSet();
    assertThat(genuine.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
    assertThat(genuine.getHeader().getType().getType()).isEqualTo("JWT");
    assertThat(genuine.getHeader().getKeyID()).isNotEmpty();
    assertThat(claims.getIssuer()).isEqualTo(server.base().toString());
    assertThat(claims.getAudience()).containsExactly("parley");
    assertThat(claims.getSubject()).isEqualTo(ada.id());
    assertThat(claims.getStringClaim("upn")).isEqualTo(ada.username());
    assertThat(claims.getStringListClaim("groups")).containsExactly("user");
    assertThat(claims.getJWTID()).isNotEmpty();
    long life = claims.getExpirationTime().getTime() - claims.getIssueTime().getTime();
    assertThat(life).isPositive().isLessThanOrEqualTo(600_000);
  }

  @Test
  void the_published_keys_are_public_and_contain_the_one_that_signs() {
    anybody
        .gets("/.well-known/jwks.json")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .header("Cache-Control", "public, max-age=60")
        .body("keys.kid", hasItem(genuine.getHeader().getKeyID()))
        .body("keys.kty", everyItem(equalTo("RSA")))
        .body("keys", everyItem(not(hasKey("d"))));
  }

  @Test
  void a_token_without_a_signature_is_refused() throws Exception {
    String header = Base64URL.encode("{\"alg\":\"none\",\"typ\":\"JWT\"}").toString();
    refused(header + "." + genuine.getParsedParts()[1] + ".");
    refused(header + "." + genuine.getParsedParts()[1] + "." + genuine.getParsedParts()[2]);
  }

  @Test
  void a_public_key_is_no_shared_secret() throws Exception {
    RSAKey published =
        RSAKey.parse(
            anybody.gets("/.well-known/jwks.json").jsonPath().<Map<String, Object>>get("keys[0]"));
    for (byte[] secret :
        List.of(published.toRSAPublicKey().getEncoded(), published.toJSONString().getBytes())) {
      SignedJWT forged =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.HS256)
                  .keyID(genuine.getHeader().getKeyID())
                  .type(genuine.getHeader().getType())
                  .build(),
              genuine.getJWTClaimsSet());
      forged.sign(new MACSigner(secret));
      refused(forged.serialize());
    }
  }

  @Test
  void a_changed_token_is_refused() throws Exception {
    String claims = genuine.getPayload().toString().replace("[\"user\"]", "[\"user\",\"admin\"]");
    Base64URL[] parts = genuine.getParsedParts();
    refused(parts[0] + "." + Base64URL.encode(claims) + "." + parts[2]);
    refused(
        parts[0]
            + "."
            + parts[1]
            + "."
            + parts[2]
                .toString()
                .replace(
                    parts[2].toString().charAt(5),
                    parts[2].toString().charAt(5) == 'A' ? 'B' : 'A'));
    refused(parts[0] + "." + parts[1]);
    refused("no token at all");
    refused("");
  }

  @Test
  void a_foreign_key_is_refused_under_any_key_id() throws Exception {
    RSAKey foreign = new RSAKeyGenerator(2048).keyID("foreign").generate();
    refused(signed(foreign, "foreign", genuine.getJWTClaimsSet()));
    refused(signed(foreign, genuine.getHeader().getKeyID(), genuine.getJWTClaimsSet()));
    refused(signed(foreign, null, genuine.getJWTClaimsSet()));
  }

  @Test
  void only_our_own_issuer_audience_and_time_are_good_even_under_our_own_key() throws Exception {
    RSAKey own = ownKey();
    JWTClaimsSet good = genuine.getJWTClaimsSet();
    assertThat(anybody.showsAccessToken(signed(own, own.getKeyID(), good)).statusCode())
        .isEqualTo(200);
    refused(signed(own, own.getKeyID(), with(good, "iss", "https://elsewhere.example")));
    refused(signed(own, own.getKeyID(), with(good, "aud", "somebody-else")));
    refused(signed(own, own.getKeyID(), with(good, "aud", null)));
    refused(
        signed(
            own, own.getKeyID(), with(good, "exp", new Date(System.currentTimeMillis() - 3_000))));
    refused(signed(own, own.getKeyID(), with(good, "exp", null)));
    refused(signed(own, own.getKeyID(), with(good, "sid", null)));
    refused(signed(own, own.getKeyID(), with(good, "sid", "01900000-0000-7000-8000-000000000000")));
    refused(
        signed(own, own.getKeyID(), with(good, "sub", new People(server).register("tok").id())));
  }

  @Test
  void a_role_that_only_the_token_claims_is_worth_nothing() throws Exception {
    RSAKey own = ownKey();
    String claiming =
        signed(
            own,
            own.getKeyID(),
            with(genuine.getJWTClaimsSet(), "groups", List.of("user", "admin")));
    anybody
        .showsAccessToken(claiming)
        .then()
        .statusCode(200)
        .body("roles", equalTo(List.of("user")));
  }

  @Test
  void no_token_is_taken_for_one_of_another_kind() {
    refused(ada.refreshToken());
    refused(ada.ticket());
    for (String other : List.of(ada.accessToken(), ada.ticket(), "", "x")) {
      anybody
          .refreshes(other)
          .then()
          .statusCode(401)
          .header("WWW-Authenticate", "Bearer")
          .body("code", equalTo("invalid_token"));
    }
    for (String other : List.of(ada.accessToken(), ada.refreshToken())) {
      anybody.with("Upgrade", "websocket").gets("/ws/chat/?ticket=" + other).then().statusCode(401);
    }
  }

  @Test
  void a_refused_token_costs_one_short_line_in_the_log() {
    int before = server.process().output().length();
    refused(genuine.getParsedParts()[0] + ".e30.AAAA");
    anybody.gets("config/").then().statusCode(200);
    String lines = server.process().output().substring(before);
    assertThat(lines.lines().filter(line -> line.contains("token"))).hasSizeGreaterThan(0);
    assertThat(lines).doesNotContain("\tat ").doesNotContain("Exception");
  }

  @Test
  void a_ticket_opens_one_live_session_and_no_second() {
    anybody.posts("ws-ticket/").then().statusCode(401).header("WWW-Authenticate", "Bearer");
    String ticket =
        ada.post("ws-ticket/")
            .then()
            .statusCode(200)
            .body("expires_in", equalTo(30))
            .extract()
            .path("ticket");
    String address = server.liveAddress() + "?ticket=" + ticket;
    try (LiveClient live = LiveClient.open(address, Map.of())) {
      assertThat(live.settles().isOpen()).isTrue();
      assertThat(
              org.assertj.core.api.Assertions.catchThrowable(
                  () -> LiveClient.open(address, Map.of())))
          .hasCauseInstanceOf(java.net.http.WebSocketHandshakeException.class);
    }
  }

  private void refused(String token) {
    anybody
        .showsAccessToken(token)
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", "Bearer")
        .contentType("application/problem+json")
        .body("code", equalTo("not_authenticated"));
  }

  private RSAKey ownKey() throws Exception {
    return RSAKey.parse(
        new Database(server)
            .look(
                "select private_jwk from signing_key where kid = ?",
                genuine.getHeader().getKeyID()));
  }

  private static JWTClaimsSet with(JWTClaimsSet claims, String name, Object value) {
    return new JWTClaimsSet.Builder(claims).claim(name, value).build();
  }

  private static String signed(RSAKey key, String kid, JWTClaimsSet claims) throws Exception {
    JWSObject token =
        new JWSObject(
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(kid)
                .type(com.nimbusds.jose.JOSEObjectType.JWT)
                .build(),
            new Payload(claims.toJSONObject()));
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }

  private static SignedJWT parse(String token) {
    try {
      return SignedJWT.parse(token);
    } catch (java.text.ParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
