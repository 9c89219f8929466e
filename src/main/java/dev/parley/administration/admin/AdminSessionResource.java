package dev.parley.administration.admin;

import dev.parley.administration.audit.Act;
import dev.parley.administration.audit.ActingAdministrator;
import dev.parley.administration.audit.AuditEntry;
import dev.parley.administration.audit.Reason;
import dev.parley.base.request.AdministratorsOnly;
import dev.parley.base.request.Input;
import dev.parley.base.request.OptionalBody;
import dev.parley.base.request.Paging;
import dev.parley.identity.account.AccountListService;
import dev.parley.identity.account.Username;
import dev.parley.identity.signin.SignInList;
import dev.parley.identity.signin.SignInList.SignInPage;
import dev.parley.identity.signin.SignInList.SignInView;
import dev.parley.reach.live.LiveSessions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** Where somebody is signed in, for administrators to see and end. */
@Path("/admin/users/{username}/sessions")
@AdministratorsOnly
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AdminSessionResource {
  @Inject private ActingAdministrator acting;
  @Inject private AccountListService accounts;
  @Inject private SignInList signIns;
  @Inject private LiveSessions live;
  @Inject private AdminUserService service;
  @Inject private OptionalBody optionalBody;

  @PathParam("username")
  private String username;

  /**
   * A sign-in of somebody.
   *
   * @param liveSessions those that it has open on the node that answers
   */
  public record AdminSession(
      UUID id,
      String device,
      String address,
      Instant createdAt,
      Instant lastUsedAt,
      int liveSessions) {}

  /** A page of sign-ins. */
  public record AdminSessionPage(List<AdminSession> items, String next) {}

  @GET
  @Operation(summary = "Where somebody is signed in, newest first")
  public AdminSessionPage list(
      @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
    UUID user = accounts.byUsername(username).id();
    SignInPage page = signIns.page(user, null, Paging.of(limit, cursor));
    Map<UUID, Long> open = live.bySignIn(user);
    return new AdminSessionPage(
        page.items().stream().map(one -> shown(one, open.getOrDefault(one.id(), 0L))).toList(),
        page.next());
  }

  private static AdminSession shown(SignInView signIn, long open) {
    return new AdminSession(
        signIn.id(),
        signIn.device(),
        signIn.address(),
        signIn.createdAt(),
        signIn.lastUsedAt(),
        (int) open);
  }

  @DELETE
  @Path("/{id}")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "End a sign-in of somebody and its live sessions")
  @RequestBody(content = @Content(schema = @Schema(implementation = Reason.class)))
  public void end(@PathParam("id") String id, @QueryParam("reason") String said, String body) {
    String reason =
        Reason.required(optionalBody.read(body, Reason.class).map(Reason::reason).orElse(said));
    UUID signIn = Input.id(id);
    acting.attempt(
        AuditEntry.of(Act.USER_SESSION_ENDED, acting.actor())
            .about(null, Username.fold(username))
            .because(reason),
        () -> {
          service.endSession(acting.actor(), username, signIn, reason);
          return null;
        });
  }
}
