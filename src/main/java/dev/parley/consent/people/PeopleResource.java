package dev.parley.consent.people;

import dev.parley.base.request.Caller;
import dev.parley.base.request.CostlyCall;
import dev.parley.base.request.Paging;
import dev.parley.consent.person.PersonView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The directory and the four lists. */
@Path("/users")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PeopleResource {
  @Inject private Caller caller;
  @Inject private PeopleService people;

  @GET
  @CostlyCall
  @Operation(summary = "Available users, sent and pending requests, mutual connections")
  public PeopleService.PeopleLists lists(
      @QueryParam("q") String q,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor) {
    return people.lists(caller.id(), q, Paging.of(limit, cursor));
  }

  @GET
  @Path("/{username}")
  @Operation(summary = "One user as I see them")
  public PersonView one(@PathParam("username") String username) {
    return people.one(caller.id(), username);
  }

  @GET
  @Path("/{username}/reachability")
  @Operation(summary = "Whether I can request or message somebody, and why not")
  public PeopleService.Reachability reachability(@PathParam("username") String username) {
    return people.reachability(caller.id(), username);
  }
}
