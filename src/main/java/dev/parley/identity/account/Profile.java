package dev.parley.identity.account;

import java.util.UUID;

/** What other chapters know of a user. */
public record Profile(
    UUID id,
    String username,
    String displayName,
    String avatarUrl,
    String statusText,
    WhoMayRequest whoMayRequestMe,
    boolean discoverable,
    boolean enabled,
    boolean deleted) {

  /** Where an avatar is served, or null without one. */
  public static String avatarUrl(String key) {
    return key == null ? null : "/chat/api/avatars/" + key;
  }
}
