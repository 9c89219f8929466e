package dev.parley.chat.message;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.UnicodeSet;
import dev.parley.base.problem.DomainException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Knows what one can react with: one emoji, in the one spelling that Unicode calls fully-qualified.
 * Clients leave out or add the selectors of presentation as they like, and mean the same.
 */
final class Emoji {
  private static final int LONGEST = 16;
  private static final int TEXT_STYLE = 0xFE0E;
  private static final int EMOJI_STYLE = 0xFE0F;
  private static final UnicodeSet STYLES = new UnicodeSet(TEXT_STYLE, EMOJI_STYLE).freeze();
  private static final UnicodeSet MODIFIERS = new UnicodeSet("[:Emoji_Modifier:]").freeze();

  /** Those that are an emoji by themselves only with the selector of the emoji style. */
  private static final UnicodeSet TEXT_BY_DEFAULT =
      new UnicodeSet("[[:Emoji:]-[:Emoji_Presentation:]]").freeze();

  /** What is joined to others, places kept for emoji to come among them. */
  private static final String ONE =
      "[%s]\\x{FE0F}?[\\x{1F3FB}-\\x{1F3FF}]?"
          .formatted(ranges("[[[:Emoji:]-[#*0-9]-[:Regional_Indicator:]][[:ExtPict:]&[:Cn:]]]"));

  private static final Pattern SEQUENCE =
      Pattern.compile(ONE + "(?:(?:\\x{200D}" + ONE + ")*|[\\x{E0020}-\\x{E007E}]+\\x{E007F})");

  private Emoji() {}

  private static String ranges(String set) {
    StringBuilder ranges = new StringBuilder();
    for (UnicodeSet.EntryRange range : new UnicodeSet(set).ranges()) {
      ranges.append("\\x{%X}-\\x{%X}".formatted(range.codepoint, range.codepointEnd));
    }
    return ranges.toString();
  }

  /**
   * An emoji as it is kept and shown, of any of its spellings.
   *
   * @throws DomainException {@code invalid_emoji}
   */
  static String checked(String text) {
    return canonical(text).orElseThrow(() -> new DomainException(MessageCode.INVALID_EMOJI));
  }

  /** The same; empty for what is no emoji. */
  static Optional<String> canonical(String text) {
    if (text.codePointCount(0, text.length()) > LONGEST) {
      return Optional.empty();
    }
    String qualified = qualified(text);
    boolean known = UCharacter.hasBinaryProperty(qualified, UProperty.RGI_EMOJI);
    return known || SEQUENCE.matcher(qualified).matches()
        ? Optional.of(qualified)
        : Optional.empty();
  }

  private static String qualified(String text) {
    int[] points = text.codePoints().filter(c -> !STYLES.contains(c)).toArray();
    StringBuilder qualified = new StringBuilder();
    for (int i = 0; i < points.length; i++) {
      qualified.appendCodePoint(points[i]);
      boolean modified = i + 1 < points.length && MODIFIERS.contains(points[i + 1]);
      if (TEXT_BY_DEFAULT.contains(points[i]) && !modified) {
        qualified.appendCodePoint(EMOJI_STYLE);
      }
    }
    return qualified.toString();
  }
}
