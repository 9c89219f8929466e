package dev.parley.reach.live;

import dev.parley.identity.token.ActiveSignIn;
import java.security.Principal;

/** Who opens a live session, by which sign-in, and the connection it is to come over. */
record LivePrincipal(ActiveSignIn signIn, GuardedConnection connection) implements Principal {

  @Override
  public String getName() {
    return signIn.username();
  }
}
