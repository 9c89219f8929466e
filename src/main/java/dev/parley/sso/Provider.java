package dev.parley.sso;

import java.util.Optional;

/** An identity provider, as the configuration describes it. */
record Provider(
    String id,
    String issuer,
    String clientId,
    String label,
    String scopes,
    Optional<String> adminGroup,
    String groupsClaim) {}
