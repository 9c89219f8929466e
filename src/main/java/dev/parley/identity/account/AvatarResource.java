package dev.parley.identity.account;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.request.Input;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Pictures of users; they are served under a name that cannot be guessed, since a page's images
 * carry no token.
 */
@Path("/avatars")
@RequestScoped
public class AvatarResource {
  @PersistenceContext private EntityManager database;

  @GET
  @PermitAll
  @Path("/{key}")
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
