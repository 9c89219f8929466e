package dev.parley.identity.sso;

import java.util.Optional;

/** An identity provider, as the configuration describes it. */
record Provider(
    String id,
    String issuer,
    String clientId,
    String label,
    String scopes,
    Optional<String> adminGroup,
    String groupsClaim) {

  /** One whose tokens the container is told to verify, and of which nothing else is configured. */
  static Provider unconfigured(String issuer) {
    return new Provider(issuer, issuer, "", issuer, "", Optional.empty(), "groups");
  }
}
