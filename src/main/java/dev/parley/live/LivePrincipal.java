package dev.parley.live;

import dev.parley.signin.ActiveSignIn;
import java.security.Principal;

/** Who opens a live session, by which sign-in, and the wire it is to come over. */
record LivePrincipal(ActiveSignIn signIn, Wire wire) implements Principal {

  @Override
  public String getName() {
    return signIn.username();
  }
}
