package dev.parley.identity.account;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.parley.base.media.Pictures;
import dev.parley.base.request.Caller;
import dev.parley.base.request.FilePart;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A user's own picture. */
@Path("/me/avatar")
@RequestScoped
public class OwnAvatarResource {
  @Inject private Caller caller;
  @Inject private AccountService accounts;
  @Inject private Pictures pictures;

  @Inject
  @ConfigProperty(name = "parley.limits.avatar-bytes")
  private int most;

  @PUT
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Set my avatar: PNG, JPEG, WebP or GIF in the field file")
  public OwnUser put(FilePart file) throws IOException {
    byte[] picture = pictures.square(caller.id(), file.bytes(most));
    return accounts.changeAvatar(caller.id(), UuidCreator.getRandomBased().toString(), picture);
  }

  @DELETE
  @Operation(summary = "Remove my avatar")
  public void delete() {
    accounts.changeAvatar(caller.id(), null, null);
  }
}
