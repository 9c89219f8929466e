package dev.parley.server.http;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.stream.JsonParser;
import java.lang.reflect.Type;
import java.util.function.Function;

/** Reads members as what they are: a number is no text and a text is no truth value. */
final class StrictJson {
  private StrictJson() {}

  private static JsonbException wrong(String wanted) {
    return new JsonbException("This must be " + wanted + ".");
  }

  /** A text or null. */
  static final class Text implements JsonbDeserializer<String> {
    @Override
    public String deserialize(JsonParser parser, DeserializationContext context, Type type) {
      JsonValue value = parser.getValue();
      if (value == JsonValue.NULL) {
        return null;
      }
      if (value instanceof JsonString text) {
        return text.getString();
      }
      throw wrong("a text");
    }
  }

  /** True, false or null. */
  static final class Truth implements JsonbDeserializer<Boolean> {
    @Override
    public Boolean deserialize(JsonParser parser, DeserializationContext context, Type type) {
      JsonValue value = parser.getValue();
      return switch (value.getValueType()) {
        case NULL -> null;
        case TRUE -> true;
        case FALSE -> false;
        default -> throw wrong("true or false");
      };
    }
  }

  /** A whole number or null. */
  static final class WholeNumber implements JsonbDeserializer<Integer> {
    @Override
    public Integer deserialize(JsonParser parser, DeserializationContext context, Type type) {
      return whole(parser, JsonNumber::intValueExact);
    }
  }

  /** A whole number that may be a large one, or null. */
  static final class LargeNumber implements JsonbDeserializer<Long> {
    @Override
    public Long deserialize(JsonParser parser, DeserializationContext context, Type type) {
      return whole(parser, JsonNumber::longValueExact);
    }
  }

  private static <T> T whole(JsonParser parser, Function<JsonNumber, T> reader) {
    JsonValue value = parser.getValue();
    if (value == JsonValue.NULL) {
      return null;
    }
    try {
      return reader.apply((JsonNumber) value);
    } catch (ArithmeticException | ClassCastException e) {
      throw wrong("a whole number");
    }
  }
}
