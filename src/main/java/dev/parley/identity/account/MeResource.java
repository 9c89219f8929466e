package dev.parley.identity.account;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.request.Caller;
import dev.parley.base.request.Patch;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A user's own record and settings. */
@Path("/me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MeResource {
  @Inject private Caller caller;
  @Inject private Profiles profiles;
  @Inject private AccountService accounts;

  @GET
  @Operation(summary = "My own record")
  public OwnUser me() {
    return profiles
        .own(caller.id())
        .orElseThrow(() -> new DomainException(CommonCode.NOT_AUTHENTICATED));
  }

  @PATCH
  @Operation(summary = "Change my profile")
  public OwnUser change(JsonValue body) {
    return accounts.change(caller.id(), Patch.of(body));
  }

  @GET
  @Path("/settings")
  @Operation(summary = "My settings")
  public Settings settings() {
    return profiles
        .settings(caller.id())
        .orElseThrow(() -> new DomainException(CommonCode.NOT_AUTHENTICATED));
  }

  @PATCH
  @Path("/settings")
  @Operation(summary = "Change my settings")
  public Settings changeSettings(JsonValue body) {
    return accounts.changeSettings(caller.id(), Patch.of(body));
  }
}
