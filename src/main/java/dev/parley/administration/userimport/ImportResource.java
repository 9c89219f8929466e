package dev.parley.administration.userimport;

import dev.parley.administration.audit.ActingAdministrator;
import dev.parley.administration.audit.Reason;
import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.request.AdministratorsOnly;
import dev.parley.base.request.FilePart;
import dev.parley.base.request.Input;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Brings people in from a CSV file. */
@Path("/admin/users/import")
@AdministratorsOnly
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {
  @Inject private ActingAdministrator acting;
  @Inject private Imports imports;
  @Inject private ImportService service;

  @Inject
  @ConfigProperty(name = "parley.limits.import-lines")
  private int mostLines;

  @Inject
  @ConfigProperty(name = "parley.limits.import-bytes")
  private int mostBytes;

  @POST
  @Consumes("text/csv")
  @Operation(
      summary = "Bring people in from a CSV file",
      description =
          "Columns username, display_name, password, roles under a header that names them; only username is needed."
              + " As spreadsheets save it: commas, semicolons or tabs; UTF-8, or UTF-16 with a byte order mark."
              + " Also as multipart with the fields file and reason.")
  public Response bringIn(@QueryParam("reason") String reason, byte[] file) {
    return begin(reason, file);
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(summary = "Bring people in from a CSV file, in the field file")
  public Response bringInUploaded(
      @QueryParam("reason") String said, @FilePart.With("reason") FilePart file)
      throws IOException {
    return begin(file.field("reason").orElse(said), file.bytes(mostBytes));
  }

  private Response begin(String given, byte[] file) {
    String reason = Reason.required(given);
    List<ImportedPerson> people = PeopleFile.read(file, mostLines);
    UUID id = imports.start(acting.actor(), reason, people);
    return Response.status(202).entity(service.job(id, 0)).build();
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "How far an import has come, with its report after a line")
  public ImportJob job(@PathParam("id") String id, @QueryParam("after") String after) {
    if (after != null && !after.matches("\\d{1,9}")) {
      throw new DomainException(CommonCode.BAD_REQUEST, "after is the number of a line.");
    }
    return service.job(Input.id(id), after == null ? 0 : Integer.parseInt(after));
  }
}
