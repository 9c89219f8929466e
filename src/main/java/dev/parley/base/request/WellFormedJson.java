package dev.parley.base.request;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;

/**
 * Reads JSON through, event by event, before anything is bound to it: the parser never comes to an
 * end when it skips a member that is cut off, and follows deep nesting until the stack is used up.
 */
public final class WellFormedJson {
  private static final int DEEPEST = 64;

  /** Kept, as every look for the provider goes through the class path. */
  private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

  /** An escape of half a character; without its other half no UTF-8 can hold it. */
  private static final Pattern SURROGATE = Pattern.compile("\\\\u[dD][89a-fA-F]");

  private WellFormedJson() {}

  /**
   * Refuses what is no UTF-8 or no JSON, is cut off, is nested more than 64 deep, or has a number
   * that no program can hold; nothing at all is let through.
   *
   * @throws DomainException {@code bad_request}
   */
  public static void check(byte[] json) {
    if (json.length > 0 && !isWhole(Utf8.text(json))) {
      throw new DomainException(
          CommonCode.BAD_REQUEST, "This is no JSON, or it is nested too deeply.");
    }
  }

  private static boolean isWhole(String json) {
    boolean escapes = SURROGATE.matcher(json).find();
    int depth = 0;
    try (JsonParser parser = PARSERS.createParser(new StringReader(json))) {
      while (parser.hasNext() && depth <= DEEPEST) {
        switch (parser.next()) {
          case START_OBJECT, START_ARRAY -> depth++;
          case END_OBJECT, END_ARRAY -> depth--;
          case VALUE_NUMBER -> parser.getBigDecimal();
          case KEY_NAME, VALUE_STRING -> {
            if (escapes && isHalf(parser.getString())) {
              return false;
            }
          }
          default -> {}
        }
      }
      return depth == 0;
    } catch (JsonException
        | NoSuchElementException
        | ArithmeticException
        | NumberFormatException
        | UnsupportedOperationException e) {
      return false;
    }
  }

  private static boolean isHalf(String text) {
    return text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE);
  }
}
