package dev.parley.identity.signin;

import dev.parley.base.request.Input;
import dev.parley.identity.account.OwnUser;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What people do with the one-time links that they got. */
@Path("/")
@RequestScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SetupResource {
  @Inject private SetupService setup;
  @Inject private SignInOpening opening;

  /** Who sets the application up. */
  public record Setup(String token, String username, String password, Boolean useCookie) {}

  /** Who got a link to choose a new password. */
  public record PasswordReset(String token, String newPassword) {}

  @POST
  @Path("/setup")
  @Operation(summary = "Make the first administrator with the one-time link")
  public Response setup(Setup body) {
    opening.admit(Input.required(body).useCookie());
    Input.required(body.token(), "token");
    Input.required(body.username(), "username");
    Input.required(body.password(), "password");
    OwnUser user = setup.firstAdministrator(body.token(), body.username(), body.password());
    return SignInResource.answer(201, opening.of(user.id(), null, body.useCookie()));
  }

  @POST
  @Path("/password-reset")
  @Operation(summary = "Choose a new password with a one-time link")
  public void resetPassword(PasswordReset body) {
    Input.required(Input.required(body).token(), "token");
    Input.required(body.newPassword(), "new_password");
    setup.resetPassword(body.token(), body.newPassword());
  }
}
