package dev.parley.identity.sso;

import dev.parley.base.request.Caller;
import dev.parley.base.request.Input;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The providers by which a user signs in, for them to add and take away. */
@Path("/me/identities")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class IdentitiesResource {
  @Inject private Caller caller;
  @Inject private SsoSignIn signIn;
  @Inject private KnownIdentities identities;
  @Inject private IdentityService service;

  /** All of them; nobody has more than a few, so there is no next page. */
  public record IdentityPage(List<KnownIdentities.IdentityView> items, String next) {}

  /** What proves that one is somebody at a provider: an id token for the nonce that was sent. */
  public record Link(String provider, String idToken, String nonce) {}

  @GET
  @Operation(summary = "By which providers I sign in")
  public IdentityPage list() {
    return new IdentityPage(identities.list(caller.id()), null);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Sign in by this provider as well from now on")
  public Response link(Link body) {
    Input.required(Input.required(body).provider(), "provider");
    Input.required(body.idToken(), "id_token");
    Input.required(body.nonce(), "nonce");
    boolean fresh = signIn.link(caller.id(), body.provider(), body.idToken(), body.nonce());
    return Response.status(fresh ? 201 : 200).entity(list()).build();
  }

  @DELETE
  @Path("/{id}")
  @Operation(summary = "Sign in by it no more")
  public void unlink(@PathParam("id") String id) {
    service.unlink(caller.id(), Input.id(id), caller.signIn());
  }
}
