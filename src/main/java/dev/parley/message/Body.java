package dev.parley.message;

import dev.parley.problem.DomainException;
import dev.parley.problem.FieldError;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a message says: verbatim, within its length, of characters that every part can keep. */
final class Body {
  private static final int MOST_NAMES = 50;
  private static final Pattern MENTION =
      Pattern.compile(
          "(?<![\\w@.-])@([a-z0-9](?:[a-z0-9._-]{1,30})[a-z0-9])(?![a-z0-9_-])",
          Pattern.CASE_INSENSITIVE);

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

  /** The usernames that a text may mention, folded; whether they are members is not known here. */
  static Set<String> names(String text) {
    if (text.indexOf('@') < 0) {
      return Set.of();
    }
    return MENTION
        .matcher(text)
        .results()
        .map(found -> found.group(1).toLowerCase(Locale.ROOT))
        .limit(MOST_NAMES)
        .collect(Collectors.toSet());
  }
}
