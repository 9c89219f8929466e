package dev.parley.consent.person;

import java.util.UUID;

/**
 * A user as another user sees them; before they are connected that is not much.
 *
 * @param presence whether they are here; null unless the two are connected
 * @param switchedOff whether their account is disabled, as their connections see it
 */
public record PersonView(
    UUID id,
    String username,
    String displayName,
    String avatarUrl,
    String statusText,
    String connection,
    int mutualCount,
    PresenceView presence,
    boolean switchedOff) {

  /** The same of a disabled account: to connections away for good, to others as ever. */
  public PersonView disabled() {
    return connection.equals("connected")
        ? new PersonView(
            id,
            username,
            displayName,
            avatarUrl,
            "",
            connection,
            mutualCount,
            PresenceView.HIDDEN,
            true)
        : this;
  }
}
