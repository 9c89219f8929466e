package dev.parley.live;

import dev.parley.signin.ActiveSignIn;
import java.security.Principal;

/** Who opens a live session, by which sign-in. */
record LivePrincipal(ActiveSignIn signIn) implements Principal {

  @Override
  public String getName() {
    return signIn.username();
  }
}
