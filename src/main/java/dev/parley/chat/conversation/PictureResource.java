package dev.parley.chat.conversation;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.request.Caller;
import dev.parley.base.request.Input;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Shows pictures of groups to their members. A browser may keep one, but asks each time whether it
 * may still show it.
 */
@Path("/group-pictures")
@RequestScoped
public class PictureResource {
  @Inject private Caller caller;
  @Inject private GroupPictureService pictures;
  @Context private Request request;

  @GET
  @Path("/{key}")
  @Produces("image/png")
  @Operation(summary = "A group's picture, by the key in its picture_url, for its members")
  public Response get(@PathParam("key") String key) {
    UUID id = Input.id(key);
    byte[] image =
        pictures
            .image(caller.id(), id)
            .orElseThrow(() -> new DomainException(CommonCode.NOT_FOUND));
    EntityTag tag = new EntityTag(id.toString());
    ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    return (unchanged == null ? Response.ok(image) : unchanged)
        .tag(tag)
        .header("Cache-Control", "private, no-cache")
        .build();
  }
}
