package dev.parley.base.journal;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.request.Caller;
import dev.parley.base.request.CostlyCall;
import dev.parley.base.request.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The journal and the snapshot over REST. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SyncResource {
  @Inject private Caller caller;
  @Inject private JournalReader journal;
  @Inject private SnapshotService snapshots;

  /** A stretch of the journal. */
  public record Events(String epoch, long head, List<JournalEvent> events) {}

  @GET
  @CostlyCall
  @Path("/snapshot")
  @Operation(summary = "One consistent picture of everything I see")
  public Map<String, Object> snapshot() {
    journal.head(caller.id());
    return snapshots.of(caller.id());
  }

  @GET
  @Path("/events")
  @Operation(summary = "My journal after a place in it")
  public Events events(@QueryParam("since") String since, @QueryParam("limit") String limit) {
    if (since == null || !since.matches("\\d{1,18}")) {
      throw new DomainException(CommonCode.BAD_REQUEST, "since must be a place in the journal.");
    }
    Head head = journal.head(caller.id());
    if (!head.reaches(Long.parseLong(since))) {
      throw new DomainException(JournalCode.JOURNAL_TRIMMED);
    }
    int most = Paging.readLimit(limit);
    return new Events(
        head.epoch(), head.head(), journal.range(caller.id(), Long.parseLong(since), most));
  }
}
