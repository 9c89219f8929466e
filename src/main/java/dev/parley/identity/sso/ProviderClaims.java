package dev.parley.identity.sso;

import java.time.Instant;
import java.util.Set;

/**
 * What a provider's token that was found good says of somebody; texts are empty where it says
 * nothing.
 *
 * @param session the session at the provider ({@code sid})
 * @param program whom the token was issued to
 * @param fingerprint what the token, or another copy of it, is recognised by
 */
record ProviderClaims(
    String subject,
    String session,
    String program,
    String username,
    String name,
    Set<String> groups,
    Instant issuedAt,
    Instant expiresAt,
    byte[] fingerprint) {

  /** What the provider calls them. */
  String shownName() {
    return !username.isEmpty() ? username : !name.isEmpty() ? name : subject;
  }

  /** What a username is made of. */
  String wantedUsername() {
    return !username.isEmpty() ? username : name;
  }

  /** What a display name is made of. */
  String wantedName() {
    return !name.isEmpty() ? name : username;
  }
}
