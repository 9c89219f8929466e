package dev.parley.identity.sso;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.base.problem.DomainException;
import dev.parley.identity.token.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells whether a provider itself has signed a token. */
@ApplicationScoped
public class Signatures {
  /** Those that need a private key to sign. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private static final int SHORTEST_RSA = 2048;
  private static final int LONGEST_TOKEN = 32_768;

  private final DefaultJWSVerifierFactory verifiers = new DefaultJWSVerifierFactory();

  @Inject private Keyrings keyrings;

  /**
   * Reads a token that the provider has signed.
   *
   * @param types what its header may call it, in lower case; nothing is the empty text
   * @throws TokenRefused when it has not, or the token is none
   * @throws DomainException {@code provider_unavailable}
   */
  SignedToken check(Provider provider, String token, Set<String> types) throws TokenRefused {
    SignedJWT jwt = parse(token);
    JWSHeader header = jwt.getHeader();
    if (!ALGORITHMS.contains(header.getAlgorithm())) {
      throw new TokenRefused("signed by an algorithm that is not accepted");
    }
    if (!types.contains(type(header))) {
      throw new TokenRefused("of another type");
    }
    TokenClaims claims = claims(jwt);
    if (!provider.issuer().equals(claims.all().get("iss"))) {
      throw new TokenRefused("of another issuer");
    }
    for (JWK key : keyrings.of(provider).keysFor(header)) {
      if (isSignedBy(key, jwt)) {
        String signed = new String(jwt.getSigningInput(), StandardCharsets.UTF_8);
        return new SignedToken(claims, Secrets.hash(signed));
      }
    }
    throw new TokenRefused("with a wrong signature");
  }

  private static SignedJWT parse(String token) throws TokenRefused {
    if (token.length() > LONGEST_TOKEN) {
      throw new TokenRefused("too long");
    }
    try {
      return SignedJWT.parse(token);
    } catch (ParseException | IllegalArgumentException e) {
      throw new TokenRefused("no signed token");
    }
  }

  private static String type(JWSHeader header) {
    return Optional.ofNullable(header.getType())
        .map(JOSEObjectType::getType)
        .orElse("")
        .toLowerCase(Locale.ROOT);
  }

  private static TokenClaims claims(SignedJWT jwt) throws TokenRefused {
    Map<String, Object> all = jwt.getPayload().toJSONObject();
    if (all == null) {
      throw new TokenRefused("without claims");
    }
    return new TokenClaims(all);
  }

  private boolean isSignedBy(JWK key, SignedJWT jwt) {
    if (!(key instanceof AsymmetricJWK asymmetric)
        || key instanceof RSAKey && key.size() < SHORTEST_RSA) {
      return false;
    }
    try {
      return jwt.verify(verifiers.createJWSVerifier(jwt.getHeader(), asymmetric.toPublicKey()));
    } catch (JOSEException | IllegalStateException e) {
      return false;
    }
  }
}
