package dev.parley.administration.audit;

import dev.parley.base.request.RequestOrigin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;

/** Where the current call comes from, if it is a call at all. */
@ApplicationScoped
class ClientAddress {
  @Inject private RequestOrigin origin;

  /** The address of the client, or null. */
  String address() {
    try {
      return origin.address();
    } catch (ContextNotActiveException | IllegalStateException e) {
      return null;
    }
  }
}
