package dev.parley.identity.signin;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.request.Caller;
import dev.parley.base.request.Input;
import dev.parley.base.request.Paging;
import dev.parley.identity.signin.SignInEvent.SignInEnded.Why;
import dev.parley.identity.signin.SignInList.SignInPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where a user is signed in, for them to see and revoke. */
@Path("/me/sessions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {
  @Inject private Caller caller;
  @Inject private SignInService signIns;
  @Inject private SignInList list;

  @GET
  @Operation(summary = "Where I am signed in, newest first")
  public SignInPage list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
    return list.page(caller.id(), caller.signIn(), Paging.of(limit, cursor));
  }

  @DELETE
  @Path("/{id}")
  @Operation(summary = "End one of my sign-ins and its live sessions")
  public void revoke(@PathParam("id") String id) {
    if (!signIns.endOf(caller.id(), Input.id(id), Why.REVOKED)) {
      throw new DomainException(CommonCode.NOT_FOUND);
    }
  }
}
