package dev.parley.connection;

import java.util.UUID;

/**
 * A user as another user sees them; before they are connected that is not much.
 *
 * @param presence whether they are here; null unless the two are connected
 */
public record PersonView(
    UUID id,
    String username,
    String displayName,
    String avatarUrl,
    String statusText,
    String connection,
    int mutualCount,
    PresenceView presence) {}
