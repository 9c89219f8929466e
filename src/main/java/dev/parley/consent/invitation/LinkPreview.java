package dev.parley.consent.invitation;

import dev.parley.consent.person.PersonView;
import java.time.Instant;

/**
 * What somebody is shown of a connection link before they open it.
 *
 * @param owner who gives it, as the viewer sees them; as a stranger does when nobody is signed in
 * @param autoAccept whether opening it connects at once, and does not only ask
 */
public record LinkPreview(PersonView owner, boolean autoAccept, Instant expiresAt) {}
