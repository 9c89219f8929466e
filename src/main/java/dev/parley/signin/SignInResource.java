package dev.parley.signin;

import dev.parley.account.AccountCode;
import dev.parley.account.AccountService;
import dev.parley.account.OwnUser;
import dev.parley.account.PasswordRule;
import dev.parley.account.Passwords;
import dev.parley.account.Profiles;
import dev.parley.account.SetupService;
import dev.parley.account.Username;
import dev.parley.caller.Caller;
import dev.parley.caller.Input;
import dev.parley.caller.Origin;
import dev.parley.problem.CommonCode;
import dev.parley.problem.DomainException;
import dev.parley.signin.SignInEnded.Why;
import dev.parley.signin.SignInService.Renewal;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** From a password to tokens, and back out. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SignInResource {
  @Inject private Caller caller;
  @Inject private Origin origin;
  @Inject private AccountService accounts;
  @Inject private Profiles profiles;
  @Inject private Passwords passwords;
  @Inject private PasswordSignIn passwordSignIn;
  @Inject private SetupService setup;
  @Inject private SignInService signIns;
  @Inject private TicketService tickets;
  @Inject private ThrottleService throttle;
  @Inject private RefreshCookie cookie;

  @Inject
  @ConfigProperty(name = "parley.registration")
  private String registration;

  /** Who registers. */
  public record Registration(
      String username, String password, String displayName, Boolean useCookie) {}

  /** Who signs in. */
  public record Login(String username, String password, Boolean useCookie) {}

  /** Who sets the application up. */
  public record Setup(String token, String username, String password, Boolean useCookie) {}

  /** Who got a link to choose a new password. */
  public record PasswordReset(String token, String newPassword) {}

  /** What renews a sign-in, unless the cookie does. */
  public record Refresh(String refreshToken) {}

  /** The tokens and whose they are. */
  public record SignedIn(
      String accessToken, String tokenType, long expiresIn, String refreshToken, OwnUser user) {}

  @POST
  @PermitAll
  @Path("register")
  @Operation(summary = "Make an account and sign in")
  public Response register(Registration body) {
    Input.required(body);
    if (registration.equals("closed")) {
      throw new DomainException(AccountCode.REGISTRATION_CLOSED);
    }
    Input.required(body.username(), "username");
    String password = PasswordRule.checked(body.password(), Username.fold(body.username()));
    throttle.admitRegistration(origin.address());
    OwnUser user =
        accounts.make(body.username(), body.displayName(), passwords.hash(password), false);
    return signedIn(201, user.id(), body.useCookie());
  }

  @POST
  @PermitAll
  @Path("setup")
  @Operation(summary = "Make the first administrator with the one-time link")
  public Response setup(Setup body) {
    Input.required(body);
    Input.required(body.username(), "username");
    String password = PasswordRule.checked(body.password(), Username.fold(body.username()));
    OwnUser user =
        setup.firstAdministrator(body.token(), body.username(), passwords.hash(password));
    return signedIn(201, user.id(), body.useCookie());
  }

  @POST
  @PermitAll
  @Path("password-reset")
  @Operation(summary = "Choose a new password with a one-time link")
  public void resetPassword(PasswordReset body) {
    String password = PasswordRule.checked(Input.required(body).newPassword(), "");
    setup.resetPassword(body.token(), passwords.hash(password));
  }

  @POST
  @PermitAll
  @Path("login")
  @Operation(summary = "Sign in with a password")
  public Response login(Login body) {
    Input.required(body);
    Input.required(body.username(), "username");
    Input.required(body.password(), "password");
    UUID user = passwordSignIn.prove(body.username(), body.password(), origin.address()).user();
    return signedIn(200, user, body.useCookie());
  }

  @POST
  @PermitAll
  @Path("token/refresh")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Renew a sign-in by its refresh token or cookie")
  public Response refresh(
      Refresh body,
      @CookieParam(RefreshCookie.NAME) String kept,
      @HeaderParam("Origin") String from) {
    boolean byCookie = body == null || body.refreshToken() == null;
    if (byCookie) {
      cookie.refuseForeign(from);
    }
    String token = byCookie ? kept : body.refreshToken();
    if (token == null || token.isEmpty()) {
      throw new DomainException(SignInCode.INVALID_TOKEN);
    }
    IssuedTokens tokens = renewed(signIns.renew(token));
    return byCookie
        ? Response.ok(withoutRefreshToken(tokens)).cookie(cookie.of(tokens.refreshToken())).build()
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
  @Path("logout")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "End this sign-in")
  public Response logout() {
    signIns.endOf(caller.id(), caller.signIn(), Why.LOGOUT);
    return Response.noContent().cookie(cookie.gone()).build();
  }

  @POST
  @Path("ws-ticket")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "A ticket that opens one live session")
  public TicketService.Ticket ticket() {
    return tickets.make(caller.signIn());
  }

  private Response signedIn(int status, UUID user, Boolean useCookie) {
    IssuedTokens tokens = signIns.open(user, origin.device(), origin.address());
    OwnUser own = profiles.own(user).orElseThrow(() -> new DomainException(CommonCode.NOT_FOUND));
    boolean byCookie = Boolean.TRUE.equals(useCookie);
    SignedIn answer =
        new SignedIn(
            tokens.accessToken(),
            tokens.tokenType(),
            tokens.expiresIn(),
            byCookie ? null : tokens.refreshToken(),
            own);
    Response.ResponseBuilder response = Response.status(status).entity(answer);
    return byCookie ? response.cookie(cookie.of(tokens.refreshToken())).build() : response.build();
  }

  private static IssuedTokens withoutRefreshToken(IssuedTokens tokens) {
    return new IssuedTokens(tokens.accessToken(), tokens.tokenType(), tokens.expiresIn(), null);
  }
}
