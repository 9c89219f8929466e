package dev.parley.administration.audit;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.request.AdministratorsOnly;
import dev.parley.base.request.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The audit log, to look through and to take away. */
@Path("/admin/audit")
@AdministratorsOnly
@RequestScoped
public class AuditResource {
  private static final String CSV = "text/csv";

  @Inject private AuditLogService log;
  @Inject private AuditExport export;
  @Inject private AuditService audit;
  @Inject private ActingAdministrator acting;

  @QueryParam("actor")
  private String actor;

  @QueryParam("target")
  private String target;

  @QueryParam("act")
  private String act;

  @QueryParam("from")
  private String from;

  @QueryParam("to")
  private String to;

  /** A page of the log. */
  public record AuditPage(List<AuditLine> items, String next) {}

  /** The words that acts are called by. */
  public record Acts(List<String> acts) {}

  @GET
  @Produces({MediaType.APPLICATION_JSON, CSV})
  @Operation(
      summary = "The audit log, newest first",
      description = "With format=csv, or when text/csv is accepted, all lines that match as CSV.")
  @APIResponse(
      responseCode = "200",
      description = "A page.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AuditPage.class)))
  public Response list(
      @QueryParam("format") String format,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @HeaderParam(HttpHeaders.ACCEPT) String accept) {
    AuditFilter filter = AuditFilter.of(actor, target, act, from, to);
    if (format != null && !format.equals("csv") && !format.equals("json")) {
      throw new DomainException(CommonCode.BAD_REQUEST, "A format is json or csv.");
    }
    boolean csv = format == null ? accept != null && accept.startsWith(CSV) : format.equals("csv");
    return csv ? download(filter) : page(filter, Paging.of(limit, cursor));
  }

  private Response page(AuditFilter filter, Paging paging) {
    List<AuditLine> found = log.before(paging.after(UUID::fromString), filter, paging.limit() + 1);
    return Response.ok(
            new AuditPage(paging.page(found), paging.next(found, AuditLine::id)),
            MediaType.APPLICATION_JSON_TYPE)
        .build();
  }

  private Response download(AuditFilter filter) {
    audit.write(
        AuditEntry.of(Act.AUDIT_EXPORTED, acting.actor())
            .with("actor", filter.actor())
            .with("target", filter.target())
            .with("act", filter.act())
            .with("from", filter.from() == null ? null : filter.from().toString())
            .with("to", filter.to() == null ? null : filter.to().toString()));
    StreamingOutput lines = out -> export.write(filter, out);
    return Response.ok(lines, CSV + ";charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"audit.csv\"")
        .build();
  }

  @GET
  @Path("/acts")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "The acts that are audited")
  public Acts acts() {
    return new Acts(Act.words());
  }
}
