package dev.parley.account;

import dev.parley.caller.Caller;
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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Everything that is held about a user, for them to take away. */
@Path("me/export")
@RequestScoped
public class ExportResource {
  @Inject private Caller caller;
  @Inject private Jsonb jsonb;
  @Inject @Any private Instance<ExportPart> parts;

  @GET
  @Produces("application/zip")
  @Operation(summary = "Everything held about me, as one ZIP of JSON")
  public Response export() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (ExportPart part : parts) {
        zip.putNextEntry(new ZipEntry(part.name() + ".json"));
        zip.write(jsonb.toJson(part.of(caller.id())).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return Response.ok(bytes.toByteArray())
        .header("Content-Disposition", "attachment; filename=\"parley-export.zip\"")
        .build();
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
