package dev.parley.account;

import dev.parley.caller.Caller;
import dev.parley.caller.Input;
import dev.parley.caller.Patch;
import dev.parley.problem.CommonCode;
import dev.parley.problem.DomainException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A user's own record, settings and password. */
@Path("me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MeResource {
  @Inject private Caller caller;
  @Inject private Profiles profiles;
  @Inject private AccountService accounts;
  @Inject private Passwords passwords;

  /** A change of password. */
  public record PasswordChange(String currentPassword, String newPassword) {}

  /** The proof that deletes an account. */
  public record Deletion(String password) {}

  @GET
  @Operation(summary = "My own record")
  public OwnUser me() {
    return profiles
        .own(caller.id())
        .orElseThrow(() -> new DomainException(CommonCode.NOT_AUTHENTICATED));
  }

  @PATCH
  @Operation(summary = "Change my profile")
  public OwnUser change(JsonObject body) {
    return accounts.change(caller.id(), new Patch(Input.required(body)));
  }

  @DELETE
  @Operation(summary = "Delete my account, with my password")
  public void delete(Deletion body) {
    requirePassword(Input.required(body).password());
    accounts.delete(caller.id());
  }

  @POST
  @Path("password")
  @Operation(summary = "Change my password; all my other sign-ins end")
  public void password(PasswordChange body) {
    Input.required(Input.required(body).currentPassword(), "current_password");
    requirePassword(body.currentPassword());
    String hash = passwords.hash(PasswordRule.checked(body.newPassword(), caller.username()));
    accounts.changePassword(caller.id(), hash, caller.signIn());
  }

  @GET
  @Path("settings")
  @Operation(summary = "My settings")
  public Settings settings() {
    return profiles
        .settings(caller.id())
        .orElseThrow(() -> new DomainException(CommonCode.NOT_AUTHENTICATED));
  }

  @PATCH
  @Path("settings")
  @Operation(summary = "Change my settings")
  public Settings changeSettings(JsonObject body) {
    return accounts.changeSettings(caller.id(), new Patch(Input.required(body)));
  }

  private void requirePassword(String password) {
    String hash =
        accounts
            .credentials(caller.id())
            .map(AccountService.Credentials::passwordHash)
            .orElse(null);
    if (!passwords.matches(password, hash)) {
      throw new DomainException(AccountCode.WRONG_PASSWORD);
    }
  }
}
