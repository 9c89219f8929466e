package dev.parley.identity.signin;

import dev.parley.base.request.Caller;
import dev.parley.base.request.Input;
import dev.parley.base.request.OptionalBody;
import dev.parley.identity.account.AccountDeletionService;
import dev.parley.identity.account.AccountService;
import dev.parley.identity.password.Passwords;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** What somebody does to their account only after they have proven once more who they are. */
@Path("/me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OwnAccountResource {
  @Inject private Caller caller;
  @Inject private OptionalBody optionalBody;
  @Inject private AccountService accounts;
  @Inject private AccountDeletionService deletion;
  @Inject private Passwords passwords;
  @Inject private PasswordSignIn passwordSignIn;
  @Inject private SignInService signIns;

  @Inject
  @ConfigProperty(name = "parley.tokens.fresh-sign-in")
  private Duration fresh;

  /** A change of password. */
  public record PasswordChange(String currentPassword, String newPassword) {}

  /** The proof that deletes an account. */
  public record Deletion(String password) {}

  @DELETE
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Delete my account, with my password or right after signing in")
  @RequestBody(content = @Content(schema = @Schema(implementation = Deletion.class)))
  public void delete(String body) {
    Optional<String> password = optionalBody.read(body, Deletion.class).map(Deletion::password);
    if (password.isPresent() || !signIns.isYoungerThan(fresh, caller.signIn())) {
      passwordSignIn.proveAgain(caller.id(), caller.signIn(), password.orElse(null));
    }
    deletion.leave(caller.id());
  }

  @POST
  @Path("/password")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Change my password; all my other sign-ins end")
  public void changePassword(PasswordChange body) {
    Input.required(Input.required(body).currentPassword(), "current_password");
    Input.required(body.newPassword(), "new_password");
    passwordSignIn.proveAgain(caller.id(), caller.signIn(), body.currentPassword());
    String chosen = passwords.checked(body.newPassword(), caller.username(), "new_password");
    String hash = passwords.hash(chosen);
    accounts.changePassword(caller.id(), hash, caller.signIn());
  }
}
