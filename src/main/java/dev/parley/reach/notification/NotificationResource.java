package dev.parley.reach.notification;

import dev.parley.base.request.Caller;
import dev.parley.base.request.Input;
import dev.parley.base.request.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The bell list over REST. */
@Path("/notifications")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class NotificationResource {
  private static final int MOST_IDS = 200;

  @Inject private Caller caller;
  @Inject private NotificationService notifications;

  /** What was noticed: everything up to an entry, or single ones. */
  public record Noticed(UUID upTo, List<UUID> ids) {}

  /** A page of the bell list. */
  public record NotificationPage(List<NotificationView> items, String next) {}

  @GET
  @Operation(summary = "My notifications, newest first")
  public NotificationPage list(
      @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
    Paging paging = Paging.of(limit, cursor);
    List<NotificationView> found =
        notifications.list(caller.id(), paging.after(UUID::fromString), paging.limit() + 1);
    return new NotificationPage(paging.page(found), paging.next(found, NotificationView::id));
  }

  @POST
  @Path("/read")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Mark notifications read")
  public void read(Noticed body) {
    Input.required(body);
    if (body.upTo() != null) {
      notifications.readUpTo(caller.id(), body.upTo());
    } else if (body.ids() != null && body.ids().size() <= MOST_IDS && !body.ids().contains(null)) {
      notifications.read(caller.id(), body.ids());
    } else {
      throw Input.wrong("ids", "Give up_to, or at most " + MOST_IDS + " ids.");
    }
  }
}
