package dev.parley.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Mints access tokens as MicroProfile JWT wants them. */
@ApplicationScoped
public class AccessTokens {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  @Inject private SigningKeyService keys;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "parley.public-url")
  private String issuer;

  @Inject
  @ConfigProperty(name = "parley.tokens.access")
  private Duration configured;

  /** How long an access token lives: ten minutes at most. */
  public Duration life() {
    return configured.compareTo(LONGEST) > 0 ? LONGEST : configured;
  }

  /**
   * A token of a sign-in; {@code refreshToken} is the id of the refresh token that is given out
   * with it.
   */
  public String mint(ActiveSignIn signIn, UUID refreshToken) {
    Instant now = clock.instant();
    RSAKey key = keys.current();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .audience("parley")
            .subject(signIn.user().toString())
            .claim("upn", signIn.username())
            .claim("groups", List.copyOf(signIn.roles()))
            .claim("sid", signIn.signIn().toString())
            .claim("rid", refreshToken.toString())
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(life())))
            .build();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .type(JOSEObjectType.JWT)
            .keyID(key.getKeyID())
            .build();
    try {
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("An access token could not be signed", e);
    }
  }
}
