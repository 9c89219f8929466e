package dev.parley.identity.sso;

import dev.parley.base.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Says whether a provider's token is good, and what it says then. Each sort of token is told from
 * the others, so that none is taken for another.
 */
@ApplicationScoped
public class ProviderTokens {
  private static final String LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";
  private static final Set<String> PLAIN = Set.of("", "jwt");
  private static final Set<String> ACCESS = Set.of("", "jwt", "at+jwt", "application/at+jwt");
  private static final Set<String> LOGOUT = Set.of("", "jwt", "logout+jwt");

  /** A provider sends a logout at once; an old one is none of its own. */
  private static final Duration LOGOUT_LIFE = Duration.ofMinutes(2);

  @Inject private Signatures signatures;
  @Inject private Clock clock;

  /**
   * Who an id token names.
   *
   * @param nonce the one that the client gave to the provider, null when it gave none
   * @throws TokenRefused when the token is not good
   * @throws DomainException {@code provider_unavailable}
   */
  ProviderClaims identity(Provider provider, String token, String nonce) throws TokenRefused {
    SignedToken signed = signatures.check(provider, token, PLAIN);
    TokenClaims claims = signed.claims();
    refuseSort(claims, Set.of("Bearer", "Logout", "Refresh", "Offline"));
    requireClient(provider, claims);
    if (claims.texts("aud").size() > 1 && !claims.has("azp")) {
      throw new TokenRefused("for several audiences and no authorized party");
    }
    if (nonce != null && !isEqual(nonce, claims.text("nonce"))) {
      throw new TokenRefused("with another nonce");
    }
    return read(provider, signed);
  }

  /**
   * Who an access token speaks for; it must be meant for Parley and issued to its client.
   *
   * @throws TokenRefused when the token is not good
   * @throws DomainException {@code provider_unavailable}
   */
  ProviderClaims access(Provider provider, String token) throws TokenRefused {
    SignedToken signed = signatures.check(provider, token, ACCESS);
    refuseSort(signed.claims(), Set.of("ID", "Logout", "Refresh", "Offline"));
    requireClient(provider, signed.claims());
    return read(provider, signed);
  }

  /**
   * Whom a logout token signs out: a session, or a subject with all sessions.
   *
   * @throws TokenRefused when the token is not good
   * @throws DomainException {@code provider_unavailable}
   */
  ProviderClaims logout(Provider provider, String token) throws TokenRefused {
    SignedToken signed = signatures.check(provider, token, LOGOUT);
    TokenClaims claims = signed.claims();
    Instant now = clock.instant();
    requireClient(provider, claims);
    claims.key("jti");
    if (!(claims.all().get("events") instanceof Map<?, ?> events)
        || !(events.get(LOGOUT_EVENT) instanceof Map<?, ?>)) {
      throw new TokenRefused("of no logout");
    }
    if (claims.has("nonce")) {
      throw new TokenRefused("a logout with a nonce");
    }
    String subject = claims.keyIfAny("sub");
    String session = claims.keyIfAny("sid");
    if (subject.isEmpty() && session.isEmpty()) {
      throw new TokenRefused("of nobody");
    }
    Instant issued = claims.issuedAt(now);
    if (issued.isBefore(now.minus(LOGOUT_LIFE).minus(TokenClaims.SKEW))) {
      throw new TokenRefused("expired");
    }
    Instant expires =
        claims.has("exp") ? claims.expiresAt(now) : issued.plus(LOGOUT_LIFE).plus(TokenClaims.SKEW);
    return new ProviderClaims(
        subject, session, "", "", "", Set.of(), issued, expires, signed.fingerprint());
  }

  private ProviderClaims read(Provider provider, SignedToken signed) throws TokenRefused {
    TokenClaims claims = signed.claims();
    if (claims.has("events")) {
      throw new TokenRefused("a logout token, given as another");
    }
    Instant now = clock.instant();
    return new ProviderClaims(
        claims.key("sub"),
        claims.keyIfAny("sid"),
        party(claims),
        claims.label("preferred_username"),
        claims.label("name"),
        claims.textsAt(provider.groupsClaim()),
        claims.issuedAt(now),
        claims.expiresAt(now),
        signed.fingerprint());
  }

  private static void requireClient(Provider provider, TokenClaims claims) throws TokenRefused {
    if (!claims.texts("aud").contains(provider.clientId())) {
      throw new TokenRefused("for another audience");
    }
    String party = party(claims);
    if (!party.isEmpty() && !party.equals(provider.clientId())) {
      throw new TokenRefused("for another authorized party");
    }
  }

  private static String party(TokenClaims claims) throws TokenRefused {
    return claims.has("azp") ? claims.key("azp") : claims.keyIfAny("client_id");
  }

  /** Some providers say of what sort a token is in a claim as well. */
  private static void refuseSort(TokenClaims claims, Set<String> others) throws TokenRefused {
    if (others.contains(claims.text("typ"))) {
      throw new TokenRefused("a token of another sort");
    }
  }

  private static boolean isEqual(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
