package dev.parley.base.request;

import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.text.UnicodeSet.SpanCondition;
import dev.parley.base.problem.DomainException;

/**
 * Judges text that is shown to other people: names, titles, notes and reasons. Such a text shows
 * something, does not turn the direction of the writing around it, and is one line or several as
 * its place allows. Lengths are counted in Unicode code points, without surrounding white space.
 */
public final class DisplayText {
  /** Besides what Unicode ignores: blanks that are no white space by their properties. */
  private static final UnicodeSet INVISIBLE =
      new UnicodeSet(
              "[[:Default_Ignorable_Code_Point:][:White_Space:][:Noncharacter_Code_Point:][:Cc:][:Cs:]"
                  + "[[:Cf:]-[:Prepended_Concatenation_Mark:]][:M:]"
                  + "\\u2800\\U0001D159\\U00013441\\U00013442]")
          .freeze();

  private static final UnicodeSet NEVER_IN_TEXT =
      new UnicodeSet("[[[:Cc:]-[\\t\\n\\r]][:Cs:][:Bidi_Control:]]").freeze();
  private static final UnicodeSet NEVER_IN_A_LINE =
      new UnicodeSet("[[:Cc:][:Cs:][:Bidi_Control:][:Zl:][:Zp:]]").freeze();

  private static final UnicodeSet WHITE_SPACE = new UnicodeSet("[:White_Space:]").freeze();

  private DisplayText() {}

  /**
   * A line that must be there, without surrounding white space.
   *
   * @throws DomainException {@code invalid_input}
   */
  public static String line(String value, int most, String field) {
    return seen(optionalLine(Input.required(value, field), most, field), field);
  }

  /** The same where none needs to be given: empty then. */
  public static String optionalLine(String value, int most, String field) {
    String line = measured(value, most, field);
    if (NEVER_IN_A_LINE.containsSome(line)) {
      throw Input.wrong(field, "This must be one line of text, without marks of direction.");
    }
    return line.isEmpty() ? line : seen(line, field);
  }

  /**
   * A text of one or several lines that must be there, without surrounding white space.
   *
   * @throws DomainException {@code invalid_input}
   */
  public static String lines(String value, int most, String field) {
    return seen(optionalLines(Input.required(value, field), most, field), field);
  }

  /** The same where none needs to be given: empty then. */
  public static String optionalLines(String value, int most, String field) {
    String text = measured(value, most, field);
    if (NEVER_IN_TEXT.containsSome(text)) {
      throw Input.wrong(field, "Control characters and marks of direction are not allowed.");
    }
    return text.isEmpty() ? text : seen(text, field);
  }

  private static String measured(String value, int most, String field) {
    String text = value == null ? "" : stripped(value);
    if (text.codePointCount(0, text.length()) > most) {
      throw Input.wrong(field, "At most " + most + " characters.");
    }
    return text;
  }

  private static String seen(String text, String field) {
    if (!showsSomething(text)) {
      throw Input.wrong(field, "This needs at least one character that can be seen.");
    }
    return text;
  }

  /** Whether a text is one line that shows something. */
  public static boolean isLine(String text) {
    return !NEVER_IN_A_LINE.containsSome(text) && showsSomething(text);
  }

  /**
   * Whether a text of one or several lines shows something and nothing in it may not stand there.
   */
  public static boolean isText(String text) {
    return !NEVER_IN_TEXT.containsSome(text) && showsSomething(text);
  }

  /** Whether there is anything to see. */
  public static boolean showsSomething(String text) {
    return !INVISIBLE.containsAll(text);
  }

  /**
   * A line made of what another program calls something: what may not stand in a line goes, white
   * space becomes blanks, and what is too long is cut. Empty when nothing is left to see.
   */
  public static String cleaned(String text, int most) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .map(c -> WHITE_SPACE.contains(c) ? ' ' : c)
        .filter(c -> !NEVER_IN_A_LINE.contains(c))
        .limit(most)
        .forEach(line::appendCodePoint);
    String stripped = stripped(line.toString());
    return showsSomething(stripped) ? stripped : "";
  }

  /** Whether a character may stand in a line that is shown. */
  public static boolean mayStandInALine(int codePoint) {
    return !NEVER_IN_A_LINE.contains(codePoint);
  }

  /** A text without the white space around it, of whatever script. */
  public static String stripped(String text) {
    int from = WHITE_SPACE.span(text, SpanCondition.CONTAINED);
    return from == text.length()
        ? ""
        : text.substring(from, WHITE_SPACE.spanBack(text, SpanCondition.CONTAINED));
  }
}
