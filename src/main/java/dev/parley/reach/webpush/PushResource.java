package dev.parley.reach.webpush;

import dev.parley.base.request.Caller;
import dev.parley.base.request.Input;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Web push over REST: the server's key, and the subscriptions of browsers. */
@Path("/push")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PushResource {
  private static final int LONGEST_ENDPOINT = 2_000;

  @Inject private Caller caller;
  @Inject private PushSettings settings;
  @Inject private Vapid vapid;
  @Inject private SubscriptionService subscriptions;

  /** The server's public key, an uncompressed point in base64url. */
  public record PushKey(String key) {}

  /** A browser's subscription as it writes it; an end that it may tell the service knows anyway. */
  public record BrowserSubscription(String endpoint, SubscriptionKeys keys) {}

  /** A browser's keys in base64url. */
  public record SubscriptionKeys(String p256dh, String auth) {}

  @GET
  @Path("/key")
  @Operation(summary = "The key to subscribe with at the browser's push service")
  public PushKey key() {
    settings.requireOn();
    return new PushKey(vapid.publicKey());
  }

  @POST
  @Path("/subscriptions")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Have pushes sent to this browser")
  public Response subscribe(BrowserSubscription body) {
    settings.requireOn();
    String endpoint = endpoint(Input.required(body).endpoint());
    SubscriptionKeys keys = Input.required(body.keys(), "keys");
    BrowserKeys read = BrowserKeys.read(keys.p256dh(), keys.auth());
    SubscriptionService.SavedSubscription kept =
        subscriptions.keep(caller.id(), caller.signIn(), endpoint, read);
    return Response.status(kept.isNew() ? 201 : 200).entity(kept.subscription()).build();
  }

  private String endpoint(String given) {
    String endpoint = Input.text(Input.required(given, "endpoint"), LONGEST_ENDPOINT, "endpoint");
    if (settings.services().serviceOf(address(endpoint)).isEmpty()) {
      throw Input.wrong("endpoint", "This push service is not one that this server calls.");
    }
    return endpoint;
  }

  private static URI address(String endpoint) {
    try {
      if (endpoint.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
        return new URI(endpoint);
      }
    } catch (URISyntaxException e) {
      // falls through: it is no address
    }
    throw Input.wrong("endpoint", "This must be a URL.");
  }

  @DELETE
  @Path("/subscriptions/{id}")
  @Operation(summary = "Send no more pushes to this browser")
  public void unsubscribe(@PathParam("id") String id) {
    settings.requireOn();
    subscriptions.takeBack(caller.id(), Input.id(id));
  }
}
