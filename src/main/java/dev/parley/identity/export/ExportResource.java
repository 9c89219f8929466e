package dev.parley.identity.export;

import dev.parley.base.request.Caller;
import dev.parley.base.request.CostlyCall;
import dev.parley.identity.account.Profiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Everything that is held about a user, for them to take away. */
@Path("/me/export")
@RequestScoped
public class ExportResource {
  @Inject private Caller caller;
  @Inject private Jsonb jsonb;
  @Inject @Any private Instance<ExportPart> parts;
  @Inject @Any private Instance<ExportFiles> files;

  @GET
  @CostlyCall(alone = true)
  @Produces("application/zip")
  @Operation(summary = "Everything held about me, as one ZIP of JSON, files and pages to read")
  public Response export() {
    UUID user = caller.id();
    StreamingOutput content = out -> write(user, out);
    return Response.ok(content)
        .header("Content-Disposition", "attachment; filename=\"parley-export.zip\"")
        .build();
  }

  private void write(UUID user, OutputStream out) throws IOException {
    ExportFolder folder = new ExportFolder(out, jsonb);
    for (ExportPart part : parts) {
      String json = folder.json(part.of(user));
      try (Writer file = folder.text(part.name() + ".json")) {
        file.write(json);
      }
      folder.chapter(part.name().replace('-', ' '));
      folder.data(json);
    }
    for (ExportFiles part : files) {
      part.write(user, folder);
    }
    folder.finish();
  }

  /** The account itself. */
  @ApplicationScoped
  static class AccountPart implements ExportPart {
    @Inject private Profiles profiles;

    @Override
    public String name() {
      return "account";
    }

    @Override
    public Object of(UUID user) {
      Map<String, Object> account = new LinkedHashMap<>();
      account.put("user", profiles.own(user).orElseThrow());
      account.put("settings", profiles.settings(user).orElseThrow());
      account.put(
          "avatar", profiles.avatar(user).map(Base64.getEncoder()::encodeToString).orElse(null));
      return account;
    }
  }
}
