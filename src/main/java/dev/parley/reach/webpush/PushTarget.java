package dev.parley.reach.webpush;

import dev.parley.identity.account.QuietHours;
import java.time.Instant;
import java.util.UUID;

/**
 * A user's browser that may be pushed to, as they want notifications by browsers.
 *
 * @param quietHours null when there are none
 */
record PushTarget(UUID user, QuietHours quietHours, Subscription subscription) {

  boolean isQuietAt(Instant now) {
    return quietHours != null && quietHours.cover(now);
  }
}
