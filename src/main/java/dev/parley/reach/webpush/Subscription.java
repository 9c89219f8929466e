package dev.parley.reach.webpush;

import java.net.URI;
import java.util.UUID;

/** A browser that wants pushes: where its service takes them, and how they are encrypted. */
record Subscription(UUID id, URI endpoint, BrowserKeys keys) {

  /** The service's origin, to which calls go and for which they are signed. */
  String origin() {
    return endpoint.getScheme() + "://" + endpoint.getRawAuthority();
  }
}
