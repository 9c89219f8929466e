package dev.parley.base.request;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.function.Consumer;

/**
 * The members of a partial change: what is absent stays as it is, what is there must have the right
 * type.
 */
public record Patch(JsonObject members) {

  /**
   * The members of a body, which must be an object.
   *
   * @throws DomainException {@code bad_request}
   */
  public static Patch of(JsonValue body) {
    if (!(body instanceof JsonObject members)) {
      throw new DomainException(
          CommonCode.BAD_REQUEST, "This call needs a JSON object as its body.");
    }
    return new Patch(members);
  }

  /** Hands over a text that is present, unchecked but for its type. */
  public void text(String name, Consumer<String> change) {
    if (members.containsKey(name)) {
      if (!(members.get(name) instanceof JsonString text)) {
        throw Input.wrong(name, "This must be a text.");
      }
      change.accept(text.getString());
    }
  }

  /** Hands over a truth value that is present. */
  public void flag(String name, Consumer<Boolean> change) {
    if (members.containsKey(name)) {
      change.accept(truth(name, members.get(name)));
    }
  }

  /** Hands over an object that is present; null when it was set to null. */
  public void object(String name, Consumer<JsonObject> change) {
    if (members.containsKey(name)) {
      JsonValue value = members.get(name);
      if (value != JsonValue.NULL && !(value instanceof JsonObject)) {
        throw Input.wrong(name, "This must be an object.");
      }
      change.accept(value == JsonValue.NULL ? null : value.asJsonObject());
    }
  }

  /** A truth value. */
  public static boolean truth(String name, JsonValue value) {
    if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
      return value == JsonValue.TRUE;
    }
    throw Input.wrong(name, "This must be true or false.");
  }
}
