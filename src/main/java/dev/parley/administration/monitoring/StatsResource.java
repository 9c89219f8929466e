package dev.parley.administration.monitoring;

import dev.parley.base.request.AdministratorsOnly;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The figures for administrators. */
@Path("/admin/stats")
@AdministratorsOnly
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class StatsResource {
  @Inject private ThisNode node;
  @Inject private Totals totals;
  @Inject private History history;
  @Inject private Clock clock;

  /** All nodes and the totals of the installation. */
  public record Stats(Instant at, List<NodeFigures> nodes, Totals.Shown totals) {}

  /** The last hour. */
  public record PastHour(int stepSeconds, Instant from, List<History.Point> points) {}

  @GET
  @Operation(summary = "The nodes as they are now, and how much there is of everything")
  public Stats now() {
    return new Stats(clock.instant(), List.of(node.figures()), totals.shown());
  }

  @GET
  @Path("/history")
  @Operation(summary = "The last hour, a point every ten seconds")
  public PastHour lastHour() {
    List<History.Point> points = history.points();
    Instant from = points.isEmpty() ? clock.instant() : points.get(0).at();
    return new PastHour(History.STEP_SECONDS, from, points);
  }
}
