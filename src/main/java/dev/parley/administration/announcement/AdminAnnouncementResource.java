package dev.parley.administration.announcement;

import dev.parley.administration.audit.Act;
import dev.parley.administration.audit.ActingAdministrator;
import dev.parley.administration.audit.AuditEntry;
import dev.parley.administration.audit.Reason;
import dev.parley.base.request.AdministratorsOnly;
import dev.parley.base.request.Input;
import dev.parley.base.request.OptionalBody;
import dev.parley.base.request.Paging;
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
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** Announcements, as administrators write them. */
@Path("/admin/announcements")
@AdministratorsOnly
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AdminAnnouncementResource {
  @Inject private ActingAdministrator acting;
  @Inject private Announcements announcements;
  @Inject private AnnouncementService service;
  @Inject private OptionalBody optionalBody;
  @Inject private Clock clock;

  /** A page of announcements. */
  public record AnnouncementPage(List<Announcement> items, String next) {}

  /** An announcement to publish, at a time when it has one. */
  public record NewAnnouncement(String text, String level, String from, String to, String reason) {}

  @GET
  @Operation(summary = "All announcements, newest first")
  public AnnouncementPage list(
      @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
    Paging paging = Paging.of(limit, cursor);
    List<Announcement> found = announcements.page(paging);
    return new AnnouncementPage(paging.page(found), paging.next(found, Announcement::id));
  }

  @POST
  @Operation(summary = "Announce something, now or at its time")
  public Response publish(NewAnnouncement body) {
    String reason = Reason.optional(Input.required(body).reason());
    AnnouncementText wording =
        AnnouncementText.checked(
            body.text(), body.level(), body.from(), body.to(), clock.instant());
    return Response.status(201).entity(service.publish(acting.actor(), wording, reason)).build();
  }

  @DELETE
  @Path("/{id}")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Withdraw an announcement")
  @RequestBody(content = @Content(schema = @Schema(implementation = Reason.class)))
  public void withdraw(@PathParam("id") String id, @QueryParam("reason") String said, String body) {
    String reason =
        Reason.optional(optionalBody.read(body, Reason.class).map(Reason::reason).orElse(said));
    UUID announcement = Input.id(id);
    acting.attempt(
        AuditEntry.of(Act.ANNOUNCEMENT_DELETED, acting.actor()).because(reason),
        () -> {
          service.withdraw(acting.actor(), announcement, reason);
          return null;
        });
  }
}
