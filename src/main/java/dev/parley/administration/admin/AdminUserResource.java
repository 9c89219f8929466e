package dev.parley.administration.admin;

import dev.parley.administration.admin.AdminUserService.Made;
import dev.parley.administration.audit.Act;
import dev.parley.administration.audit.ActingAdministrator;
import dev.parley.administration.audit.AuditEntry;
import dev.parley.administration.audit.Reason;
import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.problem.FieldError;
import dev.parley.base.problem.ProblemKind;
import dev.parley.base.request.AdministratorsOnly;
import dev.parley.base.request.Input;
import dev.parley.base.request.OptionalBody;
import dev.parley.base.request.Paging;
import dev.parley.identity.account.AccountCode;
import dev.parley.identity.account.AccountListService;
import dev.parley.identity.account.AccountListService.AccountFilter;
import dev.parley.identity.account.AccountOrder;
import dev.parley.identity.account.AccountRecord;
import dev.parley.identity.account.Username;
import dev.parley.identity.password.Passwords;
import dev.parley.identity.token.OneTimeTokenService.ResetLink;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** People's accounts, as administrators see and change them. */
@Path("/admin/users")
@AdministratorsOnly
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AdminUserResource {
  private static final int QUERY_LENGTH = 100;

  @Inject private ActingAdministrator acting;
  @Inject private AccountListService accounts;
  @Inject private AdminUsers users;
  @Inject private AdminUserService service;
  @Inject private Passwords passwords;
  @Inject private OptionalBody optionalBody;

  /** A page of accounts. */
  public record AdminUserPage(List<AdminUser> items, String next) {}

  /** An account to make. */
  public record NewUser(
      String username, String password, String displayName, List<String> roles, String reason) {}

  /** What was made: without a password, a link to choose one. */
  public record MadeUser(AdminUser user, ResetLink passwordReset) {}

  /** A decision about an account, as it was in that version. */
  public record Decision(String reason, Long version) {}

  /** The roles that somebody is to have. */
  public record Roles(List<String> roles, String reason, Long version) {}

  @GET
  @Operation(summary = "All accounts, searched, filtered and sorted")
  public AdminUserPage list(
      @QueryParam("q") String q,
      @QueryParam("enabled") String enabled,
      @QueryParam("role") String role,
      @QueryParam("sort") String sort,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor) {
    AccountOrder order = AccountOrder.of(given(sort));
    String name = given(Input.query(q, QUERY_LENGTH));
    AccountFilter wanted =
        new AccountFilter(
            name, choice("enabled", given(enabled), "true", "false"), administering(given(role)));
    Paging paging = Paging.of(limit, cursor);
    List<AccountRecord> found = accounts.page(wanted, order, paging);
    return new AdminUserPage(
        users.shown(paging.page(found)),
        paging.next(found, account -> AccountListService.place(account, order)));
  }

  private static String given(String value) {
    return value == null || value.isEmpty() ? null : value;
  }

  /** Everybody has the role of a user, so it narrows nothing. */
  private static Boolean administering(String role) {
    return "user".equals(role) ? null : choice("role", role, "admin", "none");
  }

  private static Boolean choice(String field, String value, String yes, String no) {
    if (value == null || value.equals(yes) || value.equals(no)) {
      return value == null ? null : value.equals(yes);
    }
    String message = "This is " + yes + " or " + no + ".";
    throw new DomainException(
        CommonCode.BAD_REQUEST, message, List.of(new FieldError(field, message)));
  }

  @POST
  @Operation(summary = "Make an account; without a password, with a link to choose one")
  @APIResponse(
      responseCode = "201",
      description = "The account is made.",
      content = @Content(schema = @Schema(implementation = MadeUser.class)))
  public Response make(NewUser body) {
    String reason = Reason.required(Input.required(body).reason());
    String name = Input.required(body.username(), "username");
    boolean admin = body.roles() != null && isAdmin(body.roles());
    Made made =
        decide(
            intended(Act.USER_CREATED, Username.fold(name), reason),
            () ->
                service.make(
                    acting.actor(),
                    name,
                    body.displayName(),
                    hash(body.password(), name),
                    admin,
                    reason));
    return Response.status(201)
        .entity(new MadeUser(users.one(made.username()), made.passwordReset()))
        .build();
  }

  private String hash(String password, String username) {
    return password == null
        ? null
        : passwords.hash(passwords.checked(password, Username.fold(username)));
  }

  /** Everybody has the role of a user, said or not. */
  private static boolean isAdmin(List<String> roles) {
    if (!List.of("admin", "user").containsAll(roles)) {
      throw new DomainException(
          AccountCode.UNKNOWN_ROLE,
          AccountCode.UNKNOWN_ROLE.title(),
          List.of(new FieldError("roles", "The roles are admin and user.")));
    }
    return roles.contains("admin");
  }

  @GET
  @Path("/{username}")
  @Operation(summary = "One account")
  public AdminUser one(@PathParam("username") String username) {
    return users.one(username);
  }

  @DELETE
  @Path("/{username}")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Delete an account as its owner would")
  @RequestBody(content = @Content(schema = @Schema(implementation = Reason.class)))
  public void delete(
      @PathParam("username") String username, @QueryParam("reason") String said, String body) {
    String reason =
        Reason.required(optionalBody.read(body, Reason.class).map(Reason::reason).orElse(said));
    decide(
        intended(Act.USER_DELETED, username, reason),
        () -> {
          service.delete(acting.actor(), username, reason);
          return null;
        });
  }

  @POST
  @Path("/{username}/disable")
  @Operation(summary = "Disable an account; it is out everywhere within seconds")
  public AdminUser disable(@PathParam("username") String username, Decision body) {
    String reason = Reason.required(Input.required(body).reason());
    return decide(
        intended(Act.USER_DISABLED, username, reason),
        () -> {
          service.disable(acting.actor(), username, reason, body.version());
          return users.one(username);
        });
  }

  @POST
  @Path("/{username}/enable")
  @Operation(summary = "Enable an account again")
  public AdminUser enable(@PathParam("username") String username, Decision body) {
    String reason = Reason.required(Input.required(body).reason());
    return decide(
        intended(Act.USER_ENABLED, username, reason),
        () -> {
          service.enable(acting.actor(), username, reason, body.version());
          return users.one(username);
        });
  }

  @PUT
  @Path("/{username}/roles")
  @Operation(summary = "Give and take roles")
  public AdminUser changeRoles(@PathParam("username") String username, Roles body) {
    String reason = Reason.required(Input.required(body).reason());
    boolean admin = isAdmin(Input.required(body.roles(), "roles"));
    return decide(
        intended(Act.USER_ROLES_CHANGED, username, reason),
        () -> {
          service.changeRoles(acting.actor(), username, admin, reason, body.version());
          return users.one(username);
        });
  }

  @POST
  @Path("/{username}/password-reset")
  @Operation(summary = "A one-time link to choose a new password; earlier ones work no longer")
  public ResetLink resetPassword(@PathParam("username") String username, Reason body) {
    String reason = Reason.required(Input.required(body).reason());
    return acting.attempt(
        intended(Act.USER_PASSWORD_RESET_MADE, username, reason),
        () -> service.resetPassword(acting.actor(), username, reason));
  }

  private AuditEntry intended(Act act, String username, String reason) {
    return AuditEntry.of(act, acting.actor()).about(null, Username.fold(username)).because(reason);
  }

  /** A decision that comes too late, or must not be, is answered with the account as it is now. */
  private <T> T decide(AuditEntry intended, Supplier<T> act) {
    try {
      return acting.attempt(intended, act);
    } catch (DomainException e) {
      throw e.code().kind() == ProblemKind.CONFLICT ? withPresent(e, intended.target()) : e;
    }
  }

  /** Some names are taken although nobody has them. */
  private DomainException withPresent(DomainException conflict, String username) {
    try {
      return conflict.with("current", users.one(username));
    } catch (DomainException nobody) {
      return conflict;
    }
  }
}
