package dev.parley.message;

import dev.parley.problem.DomainException;
import java.util.regex.Pattern;

/** What one can react with: one emoji as it appears, whatever it is composed of. */
final class Emoji {
  private static final int LONGEST = 16;
  private static final String PRESENTATION = "\\x{FE0F}?";
  private static final String TONE = "[\\x{1F3FB}-\\x{1F3FF}]?";
  private static final String FLAG_LETTER = "[\\x{1F1E6}-\\x{1F1FF}]";

  /** Symbols, and the blocks of emoji as a whole, since new ones come every year. */
  private static final String SYMBOL =
      "(?!"
          + FLAG_LETTER
          + ")[\\p{So}\\x{1F300}-\\x{1FAFF}\\x{203C}\\x{2049}\\x{2194}\\x{25FB}-\\x{25FE}\\x{3030}\\x{303D}]";

  private static final String ONE = SYMBOL + PRESENTATION + TONE + PRESENTATION;
  private static final Pattern EMOJI =
      Pattern.compile(
          FLAG_LETTER
              + "{2}|[0-9#*]"
              + PRESENTATION
              + "\\x{20E3}"
              + "|"
              + ONE
              + "(?:\\x{200D}"
              + ONE
              + ")*[\\x{E0020}-\\x{E007F}]*");

  private Emoji() {}

  /**
   * An emoji.
   *
   * @throws DomainException {@code invalid_emoji}
   */
  static String checked(String text) {
    if (text.codePointCount(0, text.length()) > LONGEST || !EMOJI.matcher(text).matches()) {
      throw new DomainException(MessageCode.INVALID_EMOJI);
    }
    return text;
  }
}
