package dev.parley.server.http;

import dev.parley.identity.token.ActiveSignIn;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** What the caller may do as Parley knows it now, whatever roles their token names. */
record CallerSecurityContext(SecurityContext container, ActiveSignIn signIn)
    implements SecurityContext {

  @Override
  public Principal getUserPrincipal() {
    return container.getUserPrincipal();
  }

  @Override
  public boolean isUserInRole(String role) {
    return signIn.roles().contains(role);
  }

  @Override
  public boolean isSecure() {
    return container.isSecure();
  }

  @Override
  public String getAuthenticationScheme() {
    return container.getAuthenticationScheme();
  }
}
