package dev.parley.consent.invitation;

import dev.parley.base.request.Caller;
import dev.parley.base.request.Input;
import dev.parley.base.request.Paging;
import dev.parley.consent.connection.ConnectionView;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Connection links over REST. */
@Path("/connection-links")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LinkResource {
  @Inject private Caller caller;
  @Inject private LinkService links;
  @Inject private LinkRedemptionService redemptions;
  @Inject private LinkPreviewService previews;

  /** What a new link is to be like. */
  public record NewLink(Integer uses, Instant expiresAt, Boolean autoAccept) {}

  /** A link's code, the last part of its URL. */
  public record Redemption(String code) {}

  /** A page of links. */
  public record LinkPage(List<LinkService.LinkView> items, String next) {}

  @GET
  @Operation(summary = "My open connection links")
  public LinkPage list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
    Paging paging = Paging.of(limit, cursor);
    List<LinkService.LinkView> found =
        links.list(caller.id(), paging.after(UUID::fromString), paging.limit());
    return new LinkPage(paging.page(found), paging.next(found, LinkService.LinkView::id));
  }

  @POST
  @Operation(summary = "Make a connection link")
  public Response make(NewLink body) {
    Input.required(body);
    LinkService.LinkView link =
        links.make(caller.id(), body.uses(), body.expiresAt(), body.autoAccept());
    return Response.status(201).entity(link).build();
  }

  @DELETE
  @Path("/{id}")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Revoke a connection link")
  public void revoke(@PathParam("id") String id) {
    links.revoke(caller.id(), Input.id(id));
  }

  @POST
  @PermitAll
  @Path("/preview")
  @Operation(summary = "Who gives a connection link, and what opening it does; uses nothing up")
  public LinkPreview preview(Redemption body) {
    return previews.preview(caller.id(), Input.required(body).code());
  }

  @POST
  @Path("/redeem")
  @Operation(summary = "Open somebody's connection link")
  public ConnectionView redeem(Redemption body) {
    return redemptions.redeem(caller.id(), Input.required(body).code());
  }
}
