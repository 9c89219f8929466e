package dev.parley.identity.account;

import dev.parley.base.request.DisplayText;
import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What somebody is called elsewhere, made into names that they may have here. */
final class SuggestedUsername {
  private static final int USERNAME_LENGTH = 32;
  private static final int DISPLAY_LENGTH = 64;
  private static final int ROOM_FOR_SUFFIX = 6;
  private static final int MOST_SUFFIXES = 9_999;
  private static final String FALLBACK = "person";

  private SuggestedUsername() {}

  /**
   * Usernames in the order in which they are to be tried: what is left of the wanted one by the
   * rule, then the same with -2, -3 and so on. Of an e-mail address only what names the person
   * counts.
   */
  static Stream<String> usernames(String wanted) {
    String base = folded(wanted);
    String stem = trimmed(cut(base, USERNAME_LENGTH - ROOM_FOR_SUFFIX));
    return Stream.concat(
            Stream.of(base), IntStream.rangeClosed(2, MOST_SUFFIXES).mapToObj(n -> stem + "-" + n))
        .filter(Username::mayBeChosen);
  }

  private static String folded(String wanted) {
    String name = wanted.indexOf('@') > 0 ? wanted.substring(0, wanted.indexOf('@')) : wanted;
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9._-]+", "-");
    String base = trimmed(cut(trimmed(plain), USERNAME_LENGTH));
    return base.length() < 3 ? trimmed(base + "-" + FALLBACK) : base;
  }

  private static String cut(String name, int length) {
    return name.length() <= length ? name : name.substring(0, length);
  }

  private static String trimmed(String name) {
    return name.replaceAll("^[._-]+|[._-]+$", "");
  }

  /** One line of at most so many characters as a display name may have; maybe nothing. */
  static String display(String wanted) {
    return DisplayText.cleaned(wanted, DISPLAY_LENGTH);
  }
}
