package dev.parley.server.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * The schemas of the OpenAPI document as they go over the wire: snake_case names, ids and times as
 * text, and the ones that no method's type names.
 */
final class ApiSchemas {
  /** What an answer names although there may be none of it; times are told by their type. */
  private static final String MAY_BE_NULL =
      "next|next_line|avatar_url|picture_url|title|reply_to|(read|delivered)_seq|width|height"
          + "|disabled_reason|connection_id|password_reset_url|choices|created_by|provider"
          + "|database_active|actor|target|address";

  private ApiSchemas() {}

  static void complete(Components components) {
    components.getSchemas().values().forEach(ApiSchemas::speakOfTheWire);
    Map<String, Schema> tokens = new LinkedHashMap<>();
    tokens.put("access_token", text());
    tokens.put("token_type", text());
    tokens.put("expires_in", whole().description("Seconds."));
    tokens.put("refresh_token", orNull(text()).description("Null when a cookie carries it."));
    components.addSchema("IssuedTokens", object(tokens));
    Map<String, Schema> signedIn = new LinkedHashMap<>(tokens);
    signedIn.put("user", reference("OwnUser"));
    components.addSchema("SignedIn", object(signedIn));
    components.addSchema("Snapshot", snapshot());
    components.addSchema("FieldError", object(Map.of("field", text(), "message", text())));
    components.addSchema("Problem", problem());
    components.addSchema(
        "ProfileChange",
        object(Map.of("display_name", text(), "status_text", text())).required(null));
    components.addSchema("ConversationChange", conversationChange());
    components.addSchema("Upload", object(Map.of("file", text().format("binary"))));
    components.addSchema("LogoutToken", object(Map.of("logout_token", text())));
    components.addSchema("SubscriptionView", subscription());
    components.addSchema("Binary", text().format("binary"));
  }

  private static Schema snapshot() {
    Map<String, Schema> members = new LinkedHashMap<>();
    members.put("epoch", text());
    members.put("as_of_seq", whole());
    members.put("user", reference("OwnUser"));
    members.put("connections", list(reference("ConnectionView")));
    members.put("conversations", list(reference("ConversationView")));
    members.put("notifications", list(reference("NotificationView")));
    members.put("settings", reference("Settings"));
    return object(members);
  }

  private static Schema subscription() {
    Map<String, Schema> members = new LinkedHashMap<>();
    members.put("id", text().format("uuid"));
    members.put("created_at", text().format("date-time"));
    return object(members);
  }

  private static Schema conversationChange() {
    Map<String, Schema> members = new LinkedHashMap<>();
    members.put("title", text().description("Of a group, for everybody."));
    for (String own : List.of("muted", "pinned", "archived")) {
      members.put(own, OASFactory.createSchema().addType(SchemaType.BOOLEAN));
    }
    return object(members).required(null);
  }

  private static Schema problem() {
    Map<String, Schema> members = new LinkedHashMap<>();
    members.put("type", text());
    members.put("title", text());
    members.put("status", whole());
    members.put("detail", text());
    members.put("code", text().description("The stable, machine-readable word."));
    members.put("errors", list(reference("FieldError")));
    return object(members)
        .description("RFC 9457.")
        .addProperty("current", OASFactory.createSchema().description("After a conflict."))
        .addProperty("retry_at", text().format("date-time"))
        .addProperty("id", text().description("Of an unexpected error, as it stands in the log."));
  }

  /** A schema that stands within a call is put right as those that calls refer to. */
  static void complete(Content content) {
    content.getMediaTypes().values().stream()
        .map(MediaType::getSchema)
        .filter(Objects::nonNull)
        .forEach(ApiSchemas::speakOfTheWire);
  }

  private static void speakOfTheWire(Schema schema) {
    if (schema.getItems() != null) {
      speakOfTheWire(schema.getItems());
    }
    if (!hasMembers(schema)) {
      return;
    }
    Map<String, Schema> members = new LinkedHashMap<>();
    schema
        .getProperties()
        .forEach((name, member) -> members.put(snakeCase(name), said(snakeCase(name), member)));
    schema.setProperties(members);
  }

  private static boolean hasMembers(Schema schema) {
    return schema.getProperties() != null && !schema.getProperties().isEmpty();
  }

  private static String snakeCase(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  private static Schema said(String name, Schema member) {
    Schema typed = typed(name, member);
    return typed.getRef() == null && name.matches(MAY_BE_NULL) ? orNull(typed) : typed;
  }

  /** The protocol's names tell ids and times, which the server reads as unknown objects. */
  private static Schema typed(String name, Schema member) {
    if (name.matches("value|default")) {
      return OASFactory.createSchema().description("A text, a number, true or false.");
    }
    if (member.getRef() != null) {
      return member;
    }
    speakOfTheWire(member);
    boolean object = is(member, SchemaType.OBJECT) && !hasMembers(member);
    if (object && name.equals("last_message")) {
      return reference("MessageView");
    }
    if (object && name.matches("(.*_)?id|up_to|reply_to|conversation|connection|message")) {
      return text().format("uuid");
    }
    if (object && name.matches("(.*_)?at|last_seen|from|to")) {
      return orNull(text().format("date-time"));
    }
    if (name.equals("ids")) {
      return list(text().format("uuid"));
    }
    // The server takes long and double for the same; those with parts are rates, times and shares.
    return is(member, SchemaType.NUMBER) && !name.matches(".*(_per_second|_load|p\\d\\d(_ms)?)")
        ? whole()
        : member;
  }

  private static boolean is(Schema schema, SchemaType type) {
    return schema.getType() != null && schema.getType().contains(type);
  }

  private static Schema orNull(Schema schema) {
    return is(schema, SchemaType.NULL) ? schema : schema.addType(SchemaType.NULL);
  }

  private static Schema text() {
    return OASFactory.createSchema().addType(SchemaType.STRING);
  }

  private static Schema whole() {
    return OASFactory.createSchema().addType(SchemaType.INTEGER).format("int64");
  }

  private static Schema list(Schema item) {
    return OASFactory.createSchema().addType(SchemaType.ARRAY).items(item);
  }

  private static Schema reference(String schema) {
    return OASFactory.createSchema().ref("#/components/schemas/" + schema);
  }

  private static Schema object(Map<String, Schema> members) {
    return OASFactory.createSchema()
        .addType(SchemaType.OBJECT)
        .properties(new LinkedHashMap<>(members))
        .required(List.copyOf(members.keySet()));
  }
}
