package dev.parley.reach.webpush;

import java.time.Instant;
import java.util.UUID;

/**
 * A letter on its way to a browser.
 *
 * @param decided when it was last seen that the browser may get it
 * @param tries how often its service was called for it
 */
record Push(PushPayload letter, Subscription to, Instant decided, int tries) {

  /** Of two pushes with the same key, the browser needs the newer one only. */
  record Key(UUID subscription, String topic) {}

  Key key() {
    return new Key(to.id(), letter.topic());
  }

  Push triedOnceMore(Instant now) {
    return new Push(letter, to, now, tries + 1);
  }
}
