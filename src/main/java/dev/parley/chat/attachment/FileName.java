package dev.parley.chat.attachment;

import dev.parley.base.request.DisplayText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What a file is called, as far as a name may go: one line without a path, not too long. */
final class FileName {
  private static final int LONGEST = 255;
  private static final int LONGEST_ENDING = 20;
  private static final String NAMELESS = "file";

  private FileName() {}

  /** The name to keep of the one that an upload gives, which may be null. */
  static String checked(String given) {
    String name = given == null ? "" : given;
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    // Marks that turn the direction of writing can make a program look like a picture.
    name =
        name.codePoints()
            .filter(DisplayText::mayStandInALine)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    name = DisplayText.stripped(name);
    return name.matches("\\.*") || !DisplayText.showsSomething(name) ? NAMELESS : shortened(name);
  }

  /** Cut in the middle, so that the ending stays. */
  private static String shortened(String name) {
    int length = name.codePointCount(0, name.length());
    if (length <= LONGEST) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String ending = dot < 0 || name.length() - dot > LONGEST_ENDING ? "" : name.substring(dot);
    int kept = LONGEST - ending.codePointCount(0, ending.length());
    return name.substring(0, name.offsetByCodePoints(0, kept)) + ending;
  }

  /** A name as it stands in a header or a link. */
  static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }

  /** The letters after the last dot, in lower case. */
  static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
  }
}
