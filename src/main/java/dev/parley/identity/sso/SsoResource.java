package dev.parley.identity.sso;

import dev.parley.base.request.Input;
import dev.parley.identity.signin.SignInOpening;
import dev.parley.identity.signin.SignInResource;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** From a provider's token to Parley's own, and out again when the provider says so. */
@Path("/login/sso")
@PermitAll
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SsoResource {
  @Inject private SsoSignIn signIn;
  @Inject private SignInOpening opening;

  /** Who signs in: by an id token, or by an access token that is meant for Parley. */
  public record SsoLogin(
      String provider, String idToken, String accessToken, String nonce, Boolean useCookie) {}

  /** How many sign-ins a logout has ended. */
  public record SignedOut(int signIns) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Sign in with a provider's token; the first time makes the account")
  public Response login(SsoLogin body) {
    opening.admit(Input.required(body).useCookie());
    Input.required(body.provider(), "provider");
    if ((body.idToken() == null) == (body.accessToken() == null)) {
      throw Input.wrong("id_token", "Give either an id_token or an access_token.");
    }
    return SignInResource.answer(
        200,
        signIn.signIn(
            body.provider(), body.idToken(), body.accessToken(), body.nonce(), body.useCookie()));
  }

  @POST
  @Path("/{provider}/backchannel-logout")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "For providers: end the sign-ins that a logout token is about")
  public SignedOut backchannelLogout(
      @PathParam("provider") String provider, @FormParam("logout_token") String logoutToken) {
    return new SignedOut(signIn.signOut(provider, Input.required(logoutToken, "logout_token")));
  }
}
