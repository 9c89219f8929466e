package dev.parley.reach.webpush;

import java.time.Instant;
import java.util.UUID;

/**
 * A push on its way to a browser.
 *
 * @param decided when it was last seen that the browser may get it
 * @param tries how often its service was called for it
 */
record Push(PushPayload payload, Subscription to, Instant decided, int tries) {

  /** Of two pushes with the same key, the browser needs the newer one only. */
  record TopicKey(UUID subscription, String topic) {}

  TopicKey key() {
    return new TopicKey(to.id(), payload.topic());
  }

  Push triedOnceMore(Instant now) {
    return new Push(payload, to, now, tries + 1);
  }
}
