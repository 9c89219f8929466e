package dev.parley.identity.signin;

import dev.parley.base.config.RunTimeSettings;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What a client must know before anybody has signed in. */
@Path("/config")
@PermitAll
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ConfigResource {
  private static final List<String> LIMITS =
      List.of(
          "note-length",
          "message-length",
          "avatar-bytes",
          "connection-links",
          "link-uses",
          "attachment-bytes",
          "attachments-per-message");

  @Inject private RunTimeSettings settings;
  @Inject private Instance<SignInMethods> otherWays;

  /** The public configuration. */
  public record PublicConfig(String name, Ways signIn, Map<String, Integer> limits) {}

  /** The ways to sign in. */
  public record Ways(boolean local, boolean registration, List<SignInMethods.Way> sso) {}

  @GET
  @Operation(summary = "Name, ways to sign in, limits")
  public PublicConfig get() {
    Map<String, Integer> limits = new java.util.TreeMap<>();
    LIMITS.forEach(
        limit ->
            limits.put(limit.replace('-', '_'), (int) settings.number("parley.limits." + limit)));
    boolean open = settings.text("parley.registration").equals("open");
    List<SignInMethods.Way> sso = otherWays.stream().flatMap(ways -> ways.list().stream()).toList();
    return new PublicConfig(settings.text("parley.name"), new Ways(true, open, sso), limits);
  }
}
