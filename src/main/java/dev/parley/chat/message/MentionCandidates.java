package dev.parley.chat.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lists where a message may mention somebody, see the package's rules.
 *
 * @param places for each place the usernames that may be meant, the longest first
 */
record MentionCandidates(List<List<String>> places) {
  private static final int MOST_PLACES = 50;
  private static final int SHORTEST_NAME = 3;
  private static final int LONGEST_NAME = 32;

  /** An address up to the next blank, or a sign with the beginning of a name. */
  private static final Pattern ADDRESS_OR_NAME =
      Pattern.compile(
          "(?:://|(?<![A-Za-z0-9])[Ww]{3}\\.)[^\\t-\\r\\p{Z}]*"
              + "|(?<![\\p{Lu}\\p{Ll}\\p{N}_@.+-])@([A-Za-z0-9][A-Za-z0-9._-]*)");

  private static final Pattern WORD_GOES_ON = Pattern.compile("[\\p{Lu}\\p{Ll}\\p{N}\\p{M}]");

  static MentionCandidates of(String body) {
    // The sign may also be written as an entity.
    if (body.indexOf('@') < 0 && body.indexOf('&') < 0) {
      return new MentionCandidates(List.of());
    }
    return new MentionCandidates(
        MessageText.paragraphs(body).stream()
            .flatMap(MentionCandidates::places)
            .distinct()
            .limit(MOST_PLACES)
            .toList());
  }

  private static Stream<List<String>> places(String words) {
    return ADDRESS_OR_NAME
        .matcher(words)
        .results()
        .filter(found -> found.group(1) != null)
        .map(found -> names(words, found.start(1), found.end(1)))
        .filter(names -> !names.isEmpty());
  }

  private static List<String> names(String words, int from, int to) {
    List<String> names = new ArrayList<>();
    for (int end = Math.min(to, from + LONGEST_NAME); end >= from + SHORTEST_NAME; end--) {
      if (isLetterOrDigit(words.charAt(end - 1)) && !goesOn(words, end)) {
        names.add(words.substring(from, end).toLowerCase(Locale.ROOT));
      }
    }
    return List.copyOf(names);
  }

  private static boolean isLetterOrDigit(char character) {
    return ".-_".indexOf(character) < 0;
  }

  private static boolean goesOn(String words, int end) {
    return WORD_GOES_ON.matcher(words).region(end, words.length()).lookingAt();
  }

  /** All usernames that may be meant somewhere. */
  Set<String> names() {
    return places.stream().flatMap(List::stream).collect(Collectors.toSet());
  }

  /** The usernames that are meant, given who may be: the longest one at each place. */
  Set<String> among(Set<String> members) {
    return places.stream()
        .flatMap(names -> names.stream().filter(members::contains).limit(1))
        .collect(Collectors.toSet());
  }
}
