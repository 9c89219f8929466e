package dev.parley.chat.conversation;

import dev.parley.base.media.Pictures;
import dev.parley.base.request.Caller;
import dev.parley.base.request.FilePart;
import dev.parley.base.request.Input;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A group's own picture, which its owners choose. */
@Path("/conversations/{id}/picture")
@RequestScoped
public class GroupPictureResource {
  @Inject private Caller caller;
  @Inject private GroupPictureService groups;
  @Inject private Pictures pictures;
  @Inject private Conversations conversations;

  @Inject
  @ConfigProperty(name = "parley.limits.avatar-bytes")
  private int most;

  @PUT
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Set the group's picture: PNG, JPEG, WebP or GIF in the field file")
  public ConversationView put(@PathParam("id") String id, FilePart file) throws IOException {
    UUID group = Input.id(id);
    acting(group, () -> groups.requireMayChange(caller.id(), group));
    byte[] picture = pictures.square(caller.id(), file.bytes(most));
    return groups.put(caller.id(), group, picture);
  }

  @DELETE
  @Operation(summary = "Remove the group's picture")
  public void remove(@PathParam("id") String id) {
    UUID group = Input.id(id);
    acting(group, () -> groups.remove(caller.id(), group));
  }

  private void acting(UUID group, Runnable act) {
    conversations.acting(
        caller.id(),
        group,
        () -> {
          act.run();
          return null;
        });
  }
}
