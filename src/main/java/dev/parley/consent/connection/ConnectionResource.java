package dev.parley.consent.connection;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.request.Caller;
import dev.parley.base.request.Input;
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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Connection requests and mutual connections. */
@Path("/connections")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ConnectionResource {
  private static final Set<String> STATUSES =
      Set.of("pending", "approved", "rejected", "withdrawn", "expired", "removed", "ignored");

  @Inject private Caller caller;
  @Inject private ConnectionService connections;
  @Inject private ConnectionLists lists;

  /** The person to ask, and the words to ask with. */
  public record Request(String receiver, String note) {}

  /** A page of relations. */
  public record ConnectionPage(List<ConnectionView> items, String next) {}

  /** A page of a relation's ledger. */
  public record LedgerPage(List<Ledger.LedgerLine> items, String next) {}

  @GET
  @Operation(summary = "My relations, newest first, ended ones too")
  public ConnectionPage list(
      @QueryParam("status") String status,
      @QueryParam("direction") String direction,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor) {
    if (status != null && !STATUSES.contains(status)) {
      throw new DomainException(CommonCode.BAD_REQUEST, "There is no status " + status + ".");
    }
    if (direction != null && !direction.equals("sent") && !direction.equals("received")) {
      throw new DomainException(CommonCode.BAD_REQUEST, "A direction is sent or received.");
    }
    return lists.page(caller.id(), status, direction, Paging.of(limit, cursor));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Ask somebody for a connection")
  public Response send(Request body) {
    Input.required(Input.required(body).receiver(), "receiver");
    ConnectionService.SendOutcome outcome =
        connections.send(caller.id(), body.receiver(), body.note());
    return Response.status(outcome.created() ? 201 : 200).entity(outcome.connection()).build();
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One relation of mine")
  public ConnectionView one(@PathParam("id") String id) {
    return lists.one(caller.id(), Input.id(id));
  }

  @POST
  @Path("/{id}/{act: accept|reject|ignore|withdraw}")
  @Operation(summary = "Answer a request, put it aside or take it back")
  public ConnectionView act(@PathParam("id") String id, @PathParam("act") String act) {
    UUID connection = Input.id(id);
    return switch (act) {
      case "accept" -> connections.accept(caller.id(), connection);
      case "reject" -> connections.reject(caller.id(), connection);
      case "ignore" -> connections.ignore(caller.id(), connection);
      default -> connections.withdraw(caller.id(), connection);
    };
  }

  @DELETE
  @Path("/{id}")
  @Operation(summary = "End a mutual connection")
  public void remove(@PathParam("id") String id) {
    connections.remove(caller.id(), Input.id(id));
  }

  @GET
  @Path("/{id}/ledger")
  @Operation(summary = "Every change of a relation that I may know")
  public LedgerPage ledger(
      @PathParam("id") String id,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor) {
    return lists.ledger(caller.id(), Input.id(id), Paging.of(limit, cursor));
  }
}
