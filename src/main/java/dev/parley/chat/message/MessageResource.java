package dev.parley.chat.message;

import dev.parley.base.request.Caller;
import dev.parley.base.request.Input;
import dev.parley.base.request.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The messages of a conversation over REST. */
@Path("/conversations/{conversation}/messages")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MessageResource {
  @Inject private Caller caller;
  @Inject private MessageSender sending;
  @Inject private Messages messages;
  @Inject private MessageService service;

  @PathParam("conversation")
  private String conversation;

  /** What to send. */
  public record Draft(String clientId, String body, String replyTo, List<String> attachments) {}

  /** What a message is to say instead. */
  public record Edit(String body) {}

  /** A page of messages in the order of seq; next leads further away from where it began. */
  public record MessagePage(List<MessageView> items, String next) {}

  @GET
  @Operation(summary = "A stretch of the conversation; without a position the newest messages")
  public MessagePage list(
      @QueryParam("before") String before,
      @QueryParam("after") String after,
      @QueryParam("around") String around,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor) {
    Paging paging = Paging.of(limit, cursor);
    MessageRange further = paging.after(MessageRange::read);
    MessageRange stretch = further == null ? MessageRange.of(before, after, around) : further;
    List<MessageView> found =
        messages.page(
            caller.id(), Input.id(conversation), stretch, stretch.lookFor(paging.limit()));
    List<MessageView> items =
        paging.page(found).stream().sorted(Comparator.comparingLong(MessageView::seq)).toList();
    return new MessagePage(items, paging.next(found, stretch::beyond));
  }

  @POST
  @Operation(summary = "Send a message; the same client_id again is the same message")
  public Response send(Draft body) {
    Input.required(body);
    SentMessage sent =
        sending.sendAndWait(
            caller.id(),
            Input.id(conversation),
            body.clientId(),
            body.body(),
            body.replyTo(),
            body.attachments());
    return Response.status(sent.created() ? 201 : 200).entity(sent.json()).build();
  }

  @PATCH
  @Path("/{id}")
  @Operation(summary = "Change what my message says")
  public MessageView edit(@PathParam("id") String id, Edit body) {
    return service.edit(
        caller.id(), Input.id(conversation), Input.id(id), Input.required(body).body());
  }

  @DELETE
  @Path("/{id}")
  @Operation(summary = "Delete my message for everybody; an administrator may delete any")
  public void delete(@PathParam("id") String id) {
    boolean admin = caller.roles().contains("admin");
    service.delete(caller.id(), admin, Input.id(conversation), Input.id(id));
  }

  @PUT
  @Path("/{id}/reactions/{emoji}")
  @Operation(summary = "React with an emoji")
  public void react(@PathParam("id") String id, @PathParam("emoji") String emoji) {
    service.react(caller.id(), Input.id(conversation), Input.id(id), emoji);
  }

  @DELETE
  @Path("/{id}/reactions/{emoji}")
  @Operation(summary = "Take my reaction back")
  public void unreact(@PathParam("id") String id, @PathParam("emoji") String emoji) {
    service.unreact(caller.id(), Input.id(conversation), Input.id(id), emoji);
  }
}
