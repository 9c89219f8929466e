package dev.parley.live;

import dev.parley.caller.Input;
import dev.parley.problem.CommonCode;
import dev.parley.problem.DomainException;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.OptionalLong;

/** A client's frame. */
record Frame(JsonObject members) {

  /**
   * Reads a text as a frame.
   *
   * @throws DomainException {@code bad_request} when it is not one JSON object
   */
  static Frame read(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return new Frame(reader.readObject());
    } catch (JsonException | ClassCastException | IllegalStateException e) {
      throw notAnObject();
    }
  }

  private static DomainException notAnObject() {
    return new DomainException(CommonCode.BAD_REQUEST, "A frame is one JSON object.");
  }

  String action() {
    return text("action");
  }

  /** The id under which the client wants its answer, or null. */
  String id() {
    return members.get("id") instanceof JsonString id ? id.getString() : null;
  }

  /** A text that must be there. */
  String text(String name) {
    if (members.get(name) instanceof JsonString text) {
      return text.getString();
    }
    throw Input.wrong(name, "This text is required.");
  }

  /** A text that may be there. */
  String textOr(String name, String otherwise) {
    return members.get(name) instanceof JsonString text ? text.getString() : otherwise;
  }

  /** A whole number that may be there. */
  OptionalLong number(String name) {
    try {
      return members.get(name) instanceof JsonNumber number && number.isIntegral()
          ? OptionalLong.of(number.longValueExact())
          : OptionalLong.empty();
    } catch (ArithmeticException e) {
      return OptionalLong.empty();
    }
  }
}
