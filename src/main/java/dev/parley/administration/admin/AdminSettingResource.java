package dev.parley.administration.admin;

import dev.parley.administration.audit.Act;
import dev.parley.administration.audit.ActingAdministrator;
import dev.parley.administration.audit.AuditEntry;
import dev.parley.administration.audit.Reason;
import dev.parley.base.config.KnownSetting;
import dev.parley.base.config.RunTimeSettings;
import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.request.AdministratorsOnly;
import dev.parley.base.request.Input;
import dev.parley.base.request.OptionalBody;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** Settings that administrators change while the application runs. */
@Path("/admin/settings")
@AdministratorsOnly
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AdminSettingResource {
  @Inject private ActingAdministrator acting;
  @Inject private RunTimeSettings settings;
  @Inject private AdminSettingService service;
  @Inject private OptionalBody optionalBody;

  /**
   * A setting as it is now; a number's values are numbers.
   *
   * @param kind text, number, boolean, choice or duration
   * @param source default, configuration or administrator
   */
  public record SettingView(
      String key,
      Object value,
      @JsonbProperty("default") @Schema(name = "default") Object defaultValue,
      String meaning,
      String kind,
      List<String> choices,
      String source) {}

  /** All settings that may change. */
  public record SettingList(List<SettingView> settings) {}

  /** Another value: a text, a number or a truth value. */
  public record SettingChange(JsonValue value, String reason) {}

  @GET
  @Operation(summary = "The settings that may change while the application runs")
  public SettingList list() {
    return new SettingList(
        settings.all().entrySet().stream()
            .map(setting -> shown(setting.getKey(), setting.getValue()))
            .toList());
  }

  private static SettingView shown(KnownSetting setting, RunTimeSettings.Origin now) {
    return new SettingView(
        setting.key(),
        value(setting, now.value()),
        value(setting, setting.defaultValue()),
        setting.meaning(),
        setting.kind(),
        setting.choices(),
        now.source());
  }

  private static Object value(KnownSetting setting, String text) {
    return switch (setting.kind()) {
      case "number" -> Long.valueOf(text);
      case "boolean" -> Boolean.valueOf(text);
      default -> text;
    };
  }

  @PUT
  @Path("/{key}")
  @Operation(summary = "Give a setting another value; all nodes follow within seconds")
  public SettingView change(@PathParam("key") String key, SettingChange body) {
    String reason = Reason.required(Input.required(body).reason());
    String value = text(Input.required(body.value(), "value"));
    acting.attempt(
        intended(key, reason),
        () -> {
          service.change(acting.actor(), key, value, reason);
          return null;
        });
    return now(key);
  }

  @DELETE
  @Path("/{key}")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Return a setting to what is configured")
  @RequestBody(content = @Content(schema = @Schema(implementation = Reason.class)))
  public SettingView giveBack(
      @PathParam("key") String key, @QueryParam("reason") String said, String body) {
    String reason =
        Reason.required(optionalBody.read(body, Reason.class).map(Reason::reason).orElse(said));
    acting.attempt(
        intended(key, reason),
        () -> {
          service.giveBack(acting.actor(), key, reason);
          return null;
        });
    return now(key);
  }

  private AuditEntry intended(String key, String reason) {
    return AuditEntry.of(Act.SETTING_CHANGED, acting.actor()).about(null, key).because(reason);
  }

  private SettingView now(String key) {
    settings.refresh();
    return list().settings().stream()
        .filter(setting -> setting.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new DomainException(CommonCode.NOT_FOUND));
  }

  private static String text(JsonValue value) {
    if (value instanceof JsonString text) {
      return text.getString();
    }
    if (value instanceof JsonNumber || value == JsonValue.TRUE || value == JsonValue.FALSE) {
      return value.toString();
    }
    throw Input.wrong("value", "This must be a text, a number, true or false.");
  }
}
