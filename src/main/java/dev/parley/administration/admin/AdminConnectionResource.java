package dev.parley.administration.admin;

import dev.parley.administration.audit.Act;
import dev.parley.administration.audit.ActingAdministrator;
import dev.parley.administration.audit.AuditEntry;
import dev.parley.administration.audit.Reason;
import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.request.AdministratorsOnly;
import dev.parley.base.request.Input;
import dev.parley.base.request.OptionalBody;
import dev.parley.base.request.Paging;
import dev.parley.consent.connection.RelationListService;
import dev.parley.consent.connection.RelationListService.RelationFilter;
import dev.parley.consent.connection.RelationRecord;
import dev.parley.identity.account.Username;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** All relations, as administrators see and change them. */
@Path("/admin/connections")
@AdministratorsOnly
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AdminConnectionResource {
  private static final int QUERY_LENGTH = 100;
  private static final String NEWEST_FIRST = "-updated_at";

  @Inject private ActingAdministrator acting;
  @Inject private RelationListService relations;
  @Inject private AdminConnectionService service;
  @Inject private OptionalBody optionalBody;

  /** A page of relations. */
  public record AdminConnectionPage(List<RelationRecord> items, String next) {}

  /** Two people to connect. */
  public record NewConnection(String sender, String receiver, String reason) {}

  @GET
  @Operation(
      summary = "All relations by their last change",
      description = "q looks at the relations of the first 50 people whose name contains it.")
  public AdminConnectionPage list(
      @QueryParam("q") String q,
      @QueryParam("status") String status,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("sort") String sort,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor) {
    String order = given(sort) == null ? NEWEST_FIRST : sort;
    if (!order.equals(NEWEST_FIRST) && !order.equals("updated_at")) {
      throw new DomainException(CommonCode.BAD_REQUEST, "Sort by updated_at or -updated_at.");
    }
    RelationFilter wanted =
        RelationFilter.of(
            given(Input.query(q, QUERY_LENGTH)),
            given(status),
            Input.instant(given(from), "from"),
            Input.instant(given(to), "to"));
    Paging paging = Paging.of(limit, cursor);
    List<RelationRecord> found = relations.page(wanted, order.equals(NEWEST_FIRST), paging);
    return new AdminConnectionPage(
        paging.page(found), paging.next(found, RelationListService::place));
  }

  private static String given(String value) {
    return value == null || value.isEmpty() ? null : value;
  }

  @POST
  @Operation(summary = "Connect two people")
  public Response connect(NewConnection body) {
    String reason = Reason.required(Input.required(body).reason());
    String sender = Input.required(body.sender(), "sender");
    String receiver = Input.required(body.receiver(), "receiver");
    AuditEntry intended =
        AuditEntry.of(Act.CONNECTION_CREATED, acting.actor())
            .about(null, Username.fold(sender), Username.fold(receiver))
            .because(reason);
    RelationRecord made =
        acting.attempt(intended, () -> service.connect(acting.actor(), sender, receiver, reason));
    return Response.status(201).entity(made).build();
  }

  @POST
  @Path("/{id}/approve")
  @Operation(summary = "Approve a pending request for its receiver")
  public RelationRecord approve(@PathParam("id") String id, Reason body) {
    String reason = Reason.required(Input.required(body).reason());
    UUID relation = Input.id(id);
    return acting.attempt(
        intended(Act.CONNECTION_APPROVED, relation, reason),
        () -> service.approve(acting.actor(), relation, reason));
  }

  @POST
  @Path("/{id}/remove")
  @Operation(summary = "End a mutual connection")
  public RelationRecord remove(@PathParam("id") String id, Reason body) {
    String reason = Reason.required(Input.required(body).reason());
    UUID relation = Input.id(id);
    return acting.attempt(
        intended(Act.CONNECTION_REMOVED, relation, reason),
        () -> service.remove(acting.actor(), relation, reason));
  }

  @DELETE
  @Path("/{id}")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Delete a record; what lives ends by it, and the ledger stays")
  @RequestBody(content = @Content(schema = @Schema(implementation = Reason.class)))
  public void delete(@PathParam("id") String id, @QueryParam("reason") String said, String body) {
    String reason =
        Reason.required(optionalBody.read(body, Reason.class).map(Reason::reason).orElse(said));
    UUID relation = Input.id(id);
    acting.attempt(
        intended(Act.CONNECTION_DELETED, relation, reason),
        () -> {
          service.delete(acting.actor(), relation, reason);
          return null;
        });
  }

  /** What a refused act was about is named as far as it is known. */
  private AuditEntry intended(Act act, UUID id, String reason) {
    AuditEntry entry =
        AuditEntry.of(act, acting.actor()).because(reason).with("connection", id.toString());
    return relations
        .one(id)
        .map(one -> entry.about(id, one.sender().username(), one.receiver().username()))
        .orElse(entry);
  }
}
