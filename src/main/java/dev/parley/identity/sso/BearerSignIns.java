package dev.parley.identity.sso;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.base.problem.DomainException;
import dev.parley.base.request.RequestOrigin;
import dev.parley.identity.signin.SignIns;
import dev.parley.identity.token.ActiveSignIn;
import dev.parley.identity.token.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The sign-in of a bearer token that the container has verified: one of Parley's own, or, where a
 * deployment lets them in, one of a provider that a program shows.
 */
@ApplicationScoped
public class BearerSignIns {
  private static final Logger LOG = Logger.getLogger(BearerSignIns.class.getName());
  private static final List<String> OF_ID_TOKENS = List.of("nonce", "at_hash", "c_hash", "events");
  private static final String NO_PROGRAM = "-";

  private final Cache<String, UUID> known =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(10)).maximumSize(50_000).build();

  @Inject private SignIns signIns;
  @Inject private ProgramSignInService programs;
  @Inject private Providers providers;
  @Inject private RequestOrigin origin;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "parley.public-url")
  private String publicUrl;

  /** The sign-in while it stands; empty as well for what is no access token. */
  public Optional<ActiveSignIn> of(JsonWebToken token) {
    try {
      return publicUrl.equals(token.getIssuer()) ? own(token) : foreign(token);
    } catch (IllegalArgumentException | NullPointerException | ClassCastException e) {
      // Signed by somebody we trust, yet not one of our access tokens.
      return Optional.empty();
    }
  }

  private Optional<ActiveSignIn> own(JsonWebToken token) {
    return signIns
        .check(UUID.fromString(token.getClaim("sid")), UUID.fromString(token.getClaim("rid")))
        .filter(signIn -> signIn.user().toString().equals(token.getSubject()));
  }

  private Optional<ActiveSignIn> foreign(JsonWebToken token) {
    String fingerprint = Base64.getEncoder().encodeToString(Secrets.hash(token.getRawToken()));
    UUID signIn = known.getIfPresent(fingerprint);
    if (signIn == null) {
      try {
        signIn = enter(token);
        known.put(fingerprint, signIn);
      } catch (TokenRefused e) {
        LOG.log(
            Level.INFO,
            "A bearer token of a provider was refused from {0}: {1}",
            new Object[] {origin.address(), e.getMessage()});
        return Optional.empty();
      } catch (DomainException disabled) {
        return Optional.empty();
      }
    }
    return signIns.check(signIn);
  }

  private UUID enter(JsonWebToken token) throws TokenRefused {
    TokenClaims claims = claims(token);
    String sort = claims.text("typ");
    if (OF_ID_TOKENS.stream().anyMatch(claims::has)
        || !sort.isEmpty() && !sort.equalsIgnoreCase("Bearer")) {
      throw new TokenRefused("no access token");
    }
    Provider provider =
        providers
            .issuing(token.getIssuer())
            .orElseGet(() -> Provider.unconfigured(token.getIssuer()));
    String program = claims.has("azp") ? claims.key("azp") : claims.keyIfAny("client_id");
    ProviderClaims said =
        new ProviderClaims(
            claims.key("sub"),
            claims.keyIfAny("sid"),
            program.isEmpty() ? NO_PROGRAM : program,
            claims.label("preferred_username"),
            claims.label("name"),
            claims.textsAt(provider.groupsClaim()),
            claims.issuedAt(clock.instant()),
            claims.expiresAt(clock.instant()),
            new byte[0]);
    return programs.enter(provider, said, origin.device(), origin.address());
  }

  /** The claims as they are in the token, without what the container makes of them. */
  private static TokenClaims claims(JsonWebToken token) throws TokenRefused {
    try {
      return new TokenClaims(SignedJWT.parse(token.getRawToken()).getPayload().toJSONObject());
    } catch (ParseException e) {
      throw new TokenRefused("no signed token");
    }
  }
}
