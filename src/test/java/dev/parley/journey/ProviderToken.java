package dev.parley.journey;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A token of a provider in the making: sound as long as nothing of it is changed. */
public final class ProviderToken {
  private final Map<String, Object> claims;
  private final RSAKey key;
  private final String type;

  public ProviderToken(IdentityProvider provider) {
    this(sound(provider), provider.key(), "JWT");
  }

  private ProviderToken(Map<String, Object> claims, RSAKey key, String type) {
    this.claims = claims;
    this.key = key;
    this.type = type;
  }

  private static Map<String, Object> sound(IdentityProvider provider) {
    long now = Instant.now().getEpochSecond();
    return Map.of(
        "iss",
        provider.issuer(),
        "aud",
        IdentityProvider.CLIENT,
        "iat",
        now,
        "exp",
        now + 300,
        "jti",
        UUID.randomUUID().toString());
  }

  /** The same with another claim; null takes it away. */
  public ProviderToken with(String claim, Object value) {
    Map<String, Object> changed = new TreeMap<>(claims);
    changed.put(claim, value);
    changed.values().removeIf(java.util.Objects::isNull);
    return new ProviderToken(changed, key, type);
  }

  public ProviderToken ofType(String other) {
    return new ProviderToken(claims, key, other);
  }

  public ProviderToken signedBy(RSAKey other) {
    return new ProviderToken(claims, other, type);
  }

  public Map<String, Object> claims() {
    return claims;
  }

  /** The token, signed by the provider's key. */
  public String text() {
    return text(JWSAlgorithm.RS256);
  }

  public String text(JWSAlgorithm algorithm) {
    try {
      return signed(algorithm, new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The token, signed in another way under the name of the provider's key. */
  public String signed(JWSAlgorithm algorithm, JWSSigner signer) {
    JWSHeader header =
        new JWSHeader.Builder(algorithm)
            .keyID(key.getKeyID())
            .type(type == null ? null : new JOSEObjectType(type))
            .build();
    JWSObject token = new JWSObject(header, new Payload(claims));
    try {
      token.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }
}
