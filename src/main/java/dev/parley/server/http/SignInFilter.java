package dev.parley.server.http;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.request.AdminCallRefused;
import dev.parley.base.request.AdministratorsOnly;
import dev.parley.base.request.Caller;
import dev.parley.identity.sso.BearerSignIns;
import dev.parley.identity.token.ActiveSignIn;
import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Lets a call through only when its token's sign-in still stands, and names the caller. Calls that
 * are open to everybody go on without one.
 */
@Provider
@Priority(Priorities.AUTHORIZATION - 1)
public class SignInFilter implements ContainerRequestFilter {
  @Context private ResourceInfo resource;
  @Inject private BearerSignIns signIns;
  @Inject private Caller caller;
  @Inject private Event<AdminCallRefused> refused;

  @Override
  public void filter(ContainerRequestContext request) {
    Optional<ActiveSignIn> signedIn = signIn(request);
    if (isForEverybody()) {
      signedIn.ifPresent(this::name);
      return;
    }
    ActiveSignIn signIn =
        signedIn.orElseThrow(() -> new DomainException(CommonCode.NOT_AUTHENTICATED));
    if (isForAdministrators() && !signIn.roles().contains("admin")) {
      refused.fire(
          new AdminCallRefused(
              signIn.user(),
              signIn.username(),
              request.getMethod(),
              request.getUriInfo().getPath()));
      throw new DomainException(CommonCode.NOT_AN_ADMIN);
    }
    request.setSecurityContext(new CallerSecurityContext(request.getSecurityContext(), signIn));
    name(signIn);
  }

  private Optional<ActiveSignIn> signIn(ContainerRequestContext request) {
    return request.getSecurityContext().getUserPrincipal() instanceof JsonWebToken token
        ? signIns.of(token)
        : Optional.empty();
  }

  private void name(ActiveSignIn signIn) {
    caller.is(signIn.user(), signIn.username(), signIn.signIn(), signIn.roles());
  }

  private boolean isForEverybody() {
    return resource.getResourceMethod().isAnnotationPresent(PermitAll.class)
        || resource.getResourceClass().isAnnotationPresent(PermitAll.class);
  }

  private boolean isForAdministrators() {
    return resource.getResourceClass().isAnnotationPresent(AdministratorsOnly.class)
        || resource.getResourceClass().isAnnotationPresent(RolesAllowed.class);
  }
}
