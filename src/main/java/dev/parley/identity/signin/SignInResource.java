package dev.parley.identity.signin;

import dev.parley.base.config.RunTimeSettings;
import dev.parley.base.problem.DomainException;
import dev.parley.base.request.Caller;
import dev.parley.base.request.Input;
import dev.parley.base.request.OptionalBody;
import dev.parley.base.request.RequestOrigin;
import dev.parley.identity.account.AccountCode;
import dev.parley.identity.account.AccountService;
import dev.parley.identity.account.AccountService.Credentials;
import dev.parley.identity.account.OwnUser;
import dev.parley.identity.account.Username;
import dev.parley.identity.password.Passwords;
import dev.parley.identity.signin.SignInEvent.SignInEnded.Why;
import dev.parley.identity.signin.SignInService.Renewal;
import dev.parley.identity.token.IssuedTokens;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** From a password to tokens, and back out. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SignInResource {
  @Inject private Caller caller;
  @Inject private RequestOrigin origin;
  @Inject private AccountService accounts;
  @Inject private Passwords passwords;
  @Inject private PasswordSignIn passwordSignIn;
  @Inject private SignInService signIns;
  @Inject private TicketService tickets;
  @Inject private ThrottleService throttle;
  @Inject private RefreshCookie cookie;
  @Inject private SignInOpening opening;
  @Inject private OptionalBody optionalBody;
  @Inject private RunTimeSettings settings;

  /** Who registers. */
  public record Registration(
      String username, String password, String displayName, Boolean useCookie) {}

  /** Who signs in. */
  public record Login(String username, String password, Boolean useCookie) {}

  /** What renews a sign-in, unless the cookie does. */
  public record Refresh(String refreshToken) {}

  @POST
  @PermitAll
  @Path("/register")
  @Operation(summary = "Make an account and sign in")
  public Response register(Registration body) {
    opening.admit(Input.required(body).useCookie());
    if (settings.text("parley.registration").equals("closed")) {
      throw new DomainException(AccountCode.REGISTRATION_CLOSED);
    }
    Input.required(body.username(), "username");
    // Counted before any work, so that refused ones are no way to make the server busy.
    throttle.admitRegistration(origin.address());
    String password = passwords.checked(body.password(), Username.fold(body.username()));
    OwnUser user =
        accounts.register(body.username(), body.displayName(), passwords.hash(password), false);
    return answer(201, opening.of(user.id(), null, body.useCookie()));
  }

  @POST
  @PermitAll
  @Path("/login")
  @Operation(summary = "Sign in with a password")
  public Response login(Login body) {
    opening.admit(Input.required(body).useCookie());
    Input.required(body.username(), "username");
    Input.required(body.password(), "password");
    Credentials proven = passwordSignIn.prove(body.username(), body.password(), origin.address());
    return answer(200, opening.of(proven.user(), proven.passwordHash(), body.useCookie()));
  }

  @POST
  @PermitAll
  @Path("/token/refresh")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Renew a sign-in by its refresh token or cookie")
  @RequestBody(content = @Content(schema = @Schema(implementation = Refresh.class)))
  public Response refresh(String body, @CookieParam(RefreshCookie.NAME) String kept) {
    Optional<String> given = optionalBody.read(body, Refresh.class).map(Refresh::refreshToken);
    boolean byCookie = given.isEmpty();
    if (byCookie) {
      cookie.refuseForeign();
    }
    String token = given.orElse(kept);
    if (token == null || token.isEmpty()) {
      throw new DomainException(SignInCode.INVALID_TOKEN);
    }
    IssuedTokens tokens = renewed(signIns.renew(token));
    return byCookie
        ? Response.ok(withoutRefreshToken(tokens))
            .header(HttpHeaders.SET_COOKIE, cookie.of(tokens.refreshToken()))
            .build()
        : Response.ok(tokens).build();
  }

  private static IssuedTokens renewed(Renewal renewal) {
    return switch (renewal.outcome()) {
      case RENEWED -> renewal.tokens();
      case INVALID -> throw new DomainException(SignInCode.INVALID_TOKEN);
      case REUSED -> throw new DomainException(SignInCode.TOKEN_REUSED);
    };
  }

  @POST
  @Path("/logout")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "End this sign-in")
  public Response logout() {
    signIns.endOf(caller.id(), caller.signIn(), Why.LOGOUT);
    return Response.noContent().header(HttpHeaders.SET_COOKIE, cookie.gone()).build();
  }

  @POST
  @Path("/ws-ticket")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "A ticket that opens one live session")
  public TicketService.Ticket ticket() {
    return tickets.make(caller.signIn());
  }

  /** The answer of a sign-in that was opened. */
  public static Response answer(int status, SignInOpening.Opened opened) {
    return Response.status(status)
        .entity(opened.signedIn())
        .header(HttpHeaders.SET_COOKIE, opened.cookie())
        .build();
  }

  private static IssuedTokens withoutRefreshToken(IssuedTokens tokens) {
    return new IssuedTokens(tokens.accessToken(), tokens.tokenType(), tokens.expiresIn(), null);
  }
}
