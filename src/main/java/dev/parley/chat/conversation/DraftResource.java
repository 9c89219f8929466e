package dev.parley.chat.conversation;

import dev.parley.base.request.Caller;
import dev.parley.base.request.Input;
import dev.parley.chat.conversation.ConversationView.DraftView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** My draft in a conversation over REST. */
@Path("/conversations/{id}/draft")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DraftResource {
  @Inject private Caller caller;
  @Inject private DraftService drafts;

  /** What has been written so far. */
  public record NewDraft(String body, UUID replyTo) {}

  @GET
  @Operation(summary = "What I have begun to write here")
  public DraftView get(@PathParam("id") String id) {
    return drafts.get(caller.id(), Input.id(id));
  }

  @PUT
  @Operation(
      summary =
          "Keep what I have begun to write here, for all my devices; an empty draft is none, answered 204")
  public DraftView put(@PathParam("id") String id, NewDraft body) {
    Input.required(body);
    return drafts.put(caller.id(), Input.id(id), body.body(), body.replyTo());
  }

  @DELETE
  @Operation(summary = "Throw my draft away")
  public void delete(@PathParam("id") String id) {
    drafts.delete(caller.id(), Input.id(id));
  }
}
