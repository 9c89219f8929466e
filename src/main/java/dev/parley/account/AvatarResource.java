package dev.parley.account;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.parley.caller.Caller;
import dev.parley.caller.Input;
import dev.parley.problem.CommonCode;
import dev.parley.problem.DomainException;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Pictures of users; they are served under a name that cannot be guessed, since a page's images
 * carry no token.
 */
@Path("/")
@RequestScoped
public class AvatarResource {
  @Inject private Caller caller;
  @Inject private AccountService accounts;
  @PersistenceContext private EntityManager database;

  @Inject
  @ConfigProperty(name = "parley.limits.avatar-bytes")
  private int most;

  @PUT
  @Path("me/avatar")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Set my avatar: PNG, JPEG, WebP or GIF in the field file")
  public OwnUser put(List<EntityPart> parts) throws IOException {
    EntityPart file =
        parts.stream()
            .filter(part -> part.getName().equals("file"))
            .findFirst()
            .orElseThrow(() -> Input.wrong("file", "This is required."));
    try (InputStream content = file.getContent()) {
      byte[] bytes = content.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new DomainException(CommonCode.TOO_LARGE);
      }
      return accounts.changeAvatar(
          caller.id(), UuidCreator.getRandomBased().toString(), Avatars.square(bytes));
    }
  }

  @DELETE
  @Path("me/avatar")
  @Operation(summary = "Remove my avatar")
  public void delete() {
    accounts.changeAvatar(caller.id(), null, null);
  }

  @GET
  @PermitAll
  @Path("avatars/{key}")
  @Produces("image/png")
  @Operation(summary = "An avatar, by the key in its avatar_url")
  public Response get(@PathParam("key") String key) {
    List<?> found =
        database
            .createNativeQuery(
                "select a.image from user_avatar a join users u on u.id = a.user_id where u.avatar_key = ?")
            .setParameter(1, Input.id(key).toString())
            .getResultList();
    if (found.isEmpty()) {
      throw new DomainException(CommonCode.NOT_FOUND);
    }
    return Response.ok(found.get(0))
        .header("Cache-Control", "private, max-age=31536000, immutable")
        .build();
  }
}
