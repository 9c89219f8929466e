package dev.parley.administration.admin;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An account as administrators see it.
 *
 * @param roles admin, or nothing
 * @param sso where they sign in elsewhere; null when they do not
 * @param connections how many mutual connections they have
 * @param deleted always false: deleted accounts are not shown
 */
public record AdminUser(
    UUID id,
    String username,
    String displayName,
    String avatarUrl,
    List<String> roles,
    boolean enabled,
    String disabledReason,
    Instant createdAt,
    Instant lastSignInAt,
    ElsewhereIdentity sso,
    int connections,
    int liveSessions,
    boolean deleted,
    long version) {

  /** The provider that somebody signs in with. */
  public record ElsewhereIdentity(String provider, String issuer) {}
}
