package dev.parley.reach.live;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.request.Input;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** A client's frame. */
record Frame(JsonObject members) {
  /** Kept, as every look for the provider goes through the class path. */
  private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

  private static final BigDecimal LAST = BigDecimal.valueOf(Long.MAX_VALUE);

  /**
   * Reads a text as a frame.
   *
   * @throws DomainException {@code bad_request} when it is not one JSON object
   */
  static Frame read(String text) {
    try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
      parser.next();
      JsonObject members = parser.getObject();
      if (parser.hasNext()) {
        throw notAnObject();
      }
      return new Frame(members);
    } catch (RuntimeException | StackOverflowError e) {
      // The parser has many words for it: malformed, nested too deeply, a number without an end.
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
    return members.get("id") instanceof JsonString id && isText(id) ? id.getString() : null;
  }

  /** A text that must be there. */
  String text(String name) {
    if (members.get(name) instanceof JsonString text) {
      return checked(name, text);
    }
    throw Input.wrong(name, "This text is required.");
  }

  /** A text that may be there. */
  String textOr(String name, String otherwise) {
    JsonValue value = members.get(name);
    if (value == null || value == JsonValue.NULL) {
      return otherwise;
    }
    if (value instanceof JsonString text) {
      return checked(name, text);
    }
    throw Input.wrong(name, "This must be a text.");
  }

  /** A list of texts that may be there, or null. */
  List<String> texts(String name) {
    JsonValue value = members.get(name);
    if (value == null || value == JsonValue.NULL) {
      return null;
    }
    if (value instanceof JsonArray list
        && list.stream().allMatch(one -> one instanceof JsonString text && isText(text))) {
      return list.getValuesAs(JsonString::getString);
    }
    throw Input.wrong(name, "This must be a list of texts.");
  }

  private static String checked(String name, JsonString text) {
    if (isText(text)) {
      return text.getString();
    }
    throw Input.wrong(name, "This character is not allowed.");
  }

  /** Whether it can be kept and sent: no NUL and no half of a character. */
  private static boolean isText(JsonString text) {
    return text.getString().codePoints().noneMatch(Input::cannotBeKept);
  }

  /** A whole number that may be there; one beyond all places counts as the last of them. */
  OptionalLong number(String name) {
    JsonValue value = members.get(name);
    if (value == null || value == JsonValue.NULL) {
      return OptionalLong.empty();
    }
    try {
      BigDecimal number = ((JsonNumber) value).bigDecimalValue();
      return OptionalLong.of(number.compareTo(LAST) > 0 ? Long.MAX_VALUE : number.longValueExact());
    } catch (RuntimeException e) {
      throw Input.wrong(name, "This must be a whole number.");
    }
  }
}
