package dev.parley.server.platform;

import jakarta.security.enterprise.CallerPrincipal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** One of Parley's own access tokens, verified beside those of a provider. */
final class OwnToken extends CallerPrincipal implements JsonWebToken {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, Object> claims;

  OwnToken(String name, String raw, Map<String, Object> read) {
    super(name);
    Map<String, Object> all = new HashMap<>(read);
    all.put(Claims.raw_token.name(), raw);
    all.computeIfPresent(Claims.groups.name(), (claim, groups) -> Set.copyOf((List<?>) groups));
    claims = Map.copyOf(all);
  }

  @Override
  public Set<String> getClaimNames() {
    return claims.keySet();
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T getClaim(String name) {
    return (T) claims.get(name);
  }
}
