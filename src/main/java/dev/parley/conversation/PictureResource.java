package dev.parley.conversation;

import dev.parley.caller.Input;
import dev.parley.problem.CommonCode;
import dev.parley.problem.DomainException;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Pictures of groups; like those of people they are served under a name that cannot be guessed,
 * since a page's images carry no token.
 */
@Path("group-pictures")
@RequestScoped
public class PictureResource {
  @Inject private GroupPictureService pictures;

  @GET
  @PermitAll
  @Path("{key}")
  @Produces("image/png")
  @Operation(summary = "A group's picture, by the key in its picture_url")
  public Response get(@PathParam("key") String key) {
    byte[] image =
        pictures.image(Input.id(key)).orElseThrow(() -> new DomainException(CommonCode.NOT_FOUND));
    return Response.ok(image)
        .header("Cache-Control", "private, max-age=31536000, immutable")
        .build();
  }
}
