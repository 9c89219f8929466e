package dev.parley.server.platform;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.identity.token.KeysPublished;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.text.ParseException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets Parley's own tokens in where the container is told to verify somebody else's: MicroProfile
 * JWT knows one issuer only. Elsewhere it has nothing to say.
 */
@ApplicationScoped
public class OwnTokens implements IdentityStore {
  private static final int AFTER_THE_CONTAINER = 200;

  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "parley.public-url")
  private String publicUrl;

  private volatile JWKSet keys = new JWKSet();
  private boolean needed;

  @PostConstruct
  void look() {
    needed = TokenVerification.isOfSomebodyElse();
  }

  /** After the container's own, which knows most tokens. */
  @Override
  public int priority() {
    return AFTER_THE_CONTAINER;
  }

  void published(@Observes KeysPublished published) {
    try {
      keys = JWKSet.parse(published.keys());
    } catch (ParseException e) {
      throw new IllegalStateException("Our own keys cannot be read", e);
    }
  }

  @Override
  public CredentialValidationResult validate(Credential credential) {
    if (!needed) {
      return CredentialValidationResult.NOT_VALIDATED_RESULT;
    }
    return token(credential)
        .flatMap(this::verified)
        .map(own -> new CredentialValidationResult(own, Set.copyOf(own.getGroups())))
        .orElse(CredentialValidationResult.INVALID_RESULT);
  }

  /** The server's own class of credential is no API, so it is asked by name. */
  private static Optional<String> token(Credential credential) {
    try {
      Object token = credential.getClass().getMethod("getSignedJWT").invoke(credential);
      return Optional.of(token.toString());
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  private Optional<OwnToken> verified(String raw) {
    try {
      SignedJWT token = SignedJWT.parse(raw);
      JWTClaimsSet claims = token.getJWTClaimsSet();
      return isOurs(token) && stands(claims)
          ? Optional.of(new OwnToken(claims.getStringClaim("upn"), raw, claims.toJSONObject()))
          : Optional.empty();
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private boolean isOurs(SignedJWT token) throws JOSEException {
    JWSHeader header = token.getHeader();
    JWK key = header.getKeyID() == null ? null : keys.getKeyByKeyId(header.getKeyID());
    return key != null
        && JWSAlgorithm.RS256.equals(header.getAlgorithm())
        && JOSEObjectType.JWT.equals(header.getType())
        && token.verify(new RSASSAVerifier(key.toRSAKey()));
  }

  private boolean stands(JWTClaimsSet claims) throws ParseException {
    Object expires = claims.toJSONObject().get("exp");
    return publicUrl.equals(claims.getIssuer())
        && claims.getAudience().contains("parley")
        && expires instanceof Number seconds
        && seconds.longValue() > clock.instant().getEpochSecond();
  }
}
