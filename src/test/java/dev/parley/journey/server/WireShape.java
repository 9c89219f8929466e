package dev.parley.journey.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds values against schemas of the OpenAPI document, member by member: what a schema does not
 * name must not be there, and of an answer nothing may be missing.
 */
final class WireShape {
  /** What only some people see of others, and what only some refusals and answers have. */
  private static final Set<String> SOMETIMES = Set.of("presence", "switched_off");

  private static final String REFERENCE = "#/components/schemas/";

  private final Map<String, Map<String, Object>> schemas;

  WireShape(Map<String, Map<String, Object>> schemas) {
    this.schemas = schemas;
  }

  /** Where a value is not what its schema says, each place as a sentence. */
  List<String> missed(String place, Object value, Map<?, ?> schema, boolean whole) {
    List<String> missed = new ArrayList<>();
    compare(place, value, schema, whole, missed);
    return missed;
  }

  private void compare(
      String place, Object value, Map<?, ?> schema, boolean whole, List<String> missed) {
    if (value == null || schema == null) {
      return;
    }
    Map<?, ?> wanted = followed(schema);
    boolean fits =
        switch (String.valueOf(wanted.get("type"))) {
          case "string" -> value instanceof String;
          case "integer" -> value instanceof Integer || value instanceof Long;
          case "number" -> value instanceof Number;
          case "boolean" -> value instanceof Boolean;
          case "array" -> value instanceof List<?>;
          case "object" -> value instanceof Map<?, ?>;
          default -> true;
        };
    if (!fits) {
      missed.add(place + " is no " + wanted.get("type") + " but " + value);
    } else if (value instanceof List<?> list && wanted.get("items") instanceof Map<?, ?> item) {
      list.forEach(one -> compare(place + "[]", one, item, whole, missed));
    } else if (value instanceof Map<?, ?> object) {
      members(place, object, wanted, whole, missed);
    }
  }

  private void members(
      String place, Map<?, ?> object, Map<?, ?> schema, boolean whole, List<String> missed) {
    if (schema.get("additionalProperties") instanceof Map<?, ?> each) {
      object.forEach((name, value) -> compare(place + "." + name, value, each, whole, missed));
    }
    if (!(schema.get("properties") instanceof Map<?, ?> properties)) {
      return;
    }
    object.forEach(
        (name, value) -> {
          if (properties.containsKey(name)) {
            Map<?, ?> member = (Map<?, ?>) properties.get(name);
            compare(place + "." + name, value, member, whole, missed);
          } else {
            missed.add(place + "." + name + " is not described");
          }
        });
    properties.keySet().stream()
        .filter(name -> whole && !object.containsKey(name) && !SOMETIMES.contains(name))
        .forEach(name -> missed.add(place + "." + name + " is described and not there"));
  }

  private Map<?, ?> followed(Map<?, ?> schema) {
    Object reference = schema.get("$ref");
    return reference == null
        ? schema
        : followed(schemas.get(((String) reference).substring(REFERENCE.length())));
  }
}
