package dev.parley.chat.attachment;

import dev.parley.base.media.Thumbnail;
import dev.parley.base.request.AnswerStream;
import dev.parley.base.request.Caller;
import dev.parley.base.request.FilePart;
import dev.parley.base.request.Input;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Files and pictures of messages over REST. */
@Path("/attachments")
@RequestScoped
public class AttachmentResource {
  @Inject private Caller caller;
  @Inject private HttpServletRequest request;
  @Inject private Uploads uploads;
  @Inject private Attachments attachments;
  @Inject private AttachmentBytes bytes;

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Upload a file, in the field file, to send it with a message")
  public Response upload(FilePart file) throws IOException {
    try (InputStream content = file.content()) {
      return Response.status(201)
          .entity(uploads.receive(caller.id(), file.name(), content))
          .build();
    }
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "An attachment's file, for those who see its message")
  public Response file(@PathParam("id") String id) {
    AttachmentView found = attachments.visible(caller.id(), Input.id(id));
    UUID attachment = found.id();
    StreamingOutput content = out -> AnswerStream.follow(request, bytes.open(attachment));
    String type = found.mediaType();
    return guarded(Response.ok(content, type.equals("text/plain") ? type + ";charset=utf-8" : type))
        .header("Content-Length", found.size())
        .header(
            "Content-Disposition", "attachment; filename*=UTF-8''" + FileName.encoded(found.name()))
        .build();
  }

  @GET
  @Path("/{id}/thumbnail")
  @Operation(summary = "A small picture of an attached one")
  public Response thumbnail(@PathParam("id") String id) {
    AttachmentView found = attachments.visible(caller.id(), Input.id(id));
    byte[] image = bytes.thumbnail(found.id());
    return guarded(Response.ok(image, Thumbnail.mediaType(image)))
        .header("Content-Disposition", "inline")
        .build();
  }

  /** Whatever it is, it runs nothing; that no cache keeps it is so of all answers of the API. */
  private static ResponseBuilder guarded(ResponseBuilder response) {
    return response.header(
        "Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
  }
}
