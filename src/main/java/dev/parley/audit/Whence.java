package dev.parley.audit;

import dev.parley.caller.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;

/** Where the current call comes from, if it is a call at all. */
@ApplicationScoped
class Whence {
  @Inject private Origin origin;

  /** The address of the client, or null. */
  String address() {
    try {
      return origin.address();
    } catch (ContextNotActiveException | IllegalStateException e) {
      return null;
    }
  }
}
