package dev.parley.consent.connection;

import dev.parley.base.request.Caller;
import dev.parley.base.request.Paging;
import dev.parley.consent.person.PersonView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Lists and changes the people that a user blocks. */
@Path("/blocks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BlockResource {
  @Inject private Caller caller;
  @Inject private BlockService blocks;

  /** A page of people. */
  public record PersonPage(List<PersonView> items, String next) {}

  @GET
  @Operation(summary = "The people I block")
  public PersonPage list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
    Paging paging = Paging.of(limit, cursor);
    List<UUID> found =
        blocks.blockedBy(caller.id(), paging.after(UUID::fromString), paging.limit());
    return new PersonPage(
        blocks.seenBy(caller.id(), paging.page(found)), paging.next(found, id -> id));
  }

  @PUT
  @Path("/{username}")
  @Operation(summary = "Block somebody; they are not told")
  public void block(@PathParam("username") String username) {
    blocks.block(caller.id(), username);
  }

  @DELETE
  @Path("/{username}")
  @Operation(summary = "Lift a block; nothing comes back by it")
  public void unblock(@PathParam("username") String username) {
    blocks.unblock(caller.id(), username);
  }
}
