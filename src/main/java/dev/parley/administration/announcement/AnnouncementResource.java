package dev.parley.administration.announcement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What is announced to everybody who is signed in. */
@Path("/announcements")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AnnouncementResource {
  @Inject private Announcements announcements;

  /** What stands now. */
  public record CurrentAnnouncements(List<Announcement> items) {}

  @GET
  @Operation(summary = "What is announced now")
  public CurrentAnnouncements list() {
    return new CurrentAnnouncements(announcements.current());
  }
}
