package dev.parley.identity.password;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Bounds in how many ways a password's signs can be read as letters, since each reading is looked
 * up in all lists.
 */
final class LookalikeSigns {
  /** For each letter that has any, the signs that look like it. */
  private static final List<String> OF_A_LETTER =
      List.of("4@", "8", "({[<", "3", "69", "1!|", "1|7", "0", "$5", "+7", "%", "2");

  private static final int MOST_READINGS = 8;

  /** A sign that stands for no letter and on no keyboard beside another. */
  private static final char MEANINGLESS = 'ÿ';

  private LookalikeSigns() {}

  /**
   * The password as it is, or, when it could be read in too many ways, with only the first sign
   * that it uses for each letter: no list has a word in which a letter is written in two ways.
   */
  static String bounded(String password) {
    if (readings(password) <= MOST_READINGS) {
      return password;
    }
    Set<Integer> kept =
        OF_A_LETTER.stream()
            .flatMapToInt(signs -> used(password, signs).limit(1))
            .boxed()
            .collect(toSet());
    StringBuilder bounded = new StringBuilder(password);
    for (int i = 0; i < bounded.length(); i++) {
      int sign = bounded.charAt(i);
      if (!kept.contains(sign) && OF_A_LETTER.stream().anyMatch(s -> s.indexOf(sign) >= 0)) {
        bounded.setCharAt(i, MEANINGLESS);
      }
    }
    return bounded.toString();
  }

  private static int readings(String password) {
    return OF_A_LETTER.stream()
        .mapToInt(signs -> Math.max(1, (int) used(password, signs).count()))
        .reduce(1, Math::multiplyExact);
  }

  /** Which of these signs the password has, in its order. */
  private static IntStream used(String password, String signs) {
    return password.chars().filter(c -> signs.indexOf(c) >= 0).distinct();
  }
}
