package dev.parley.message;

import dev.parley.problem.DomainException;
import dev.parley.problem.FieldError;
import java.util.List;

/** What a message says: verbatim, within its length, of characters that every part can keep. */
final class Body {
  private Body() {}

  /**
   * A text as it may be sent.
   *
   * @param longest in Unicode code points
   * @param mayBeEmpty whether something else than the text says something
   * @throws DomainException {@code empty_message}, {@code message_too_long}, {@code
   *     invalid_characters}
   */
  static String checked(String text, int longest, boolean mayBeEmpty) {
    if (text == null || text.isEmpty()) {
      if (mayBeEmpty) {
        return "";
      }
      throw refused(MessageCode.EMPTY_MESSAGE);
    }
    if (text.codePointCount(0, text.length()) > longest) {
      throw refused(MessageCode.MESSAGE_TOO_LONG);
    }
    if (text.codePoints().anyMatch(Body::cannotBeKept)) {
      throw refused(MessageCode.INVALID_CHARACTERS);
    }
    return text;
  }

  private static boolean cannotBeKept(int character) {
    return character == 0 || Character.getType(character) == Character.SURROGATE;
  }

  private static DomainException refused(MessageCode code) {
    return new DomainException(code, code.title(), List.of(new FieldError("body", code.title())));
  }
}
