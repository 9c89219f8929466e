package dev.parley.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where the words of a search stand in a message. */
final class Highlights {
  private static final int MOST = 20;

  private Highlights() {}

  /**
   * A part of a message's body, never markup.
   *
   * @param text as it stands in the body
   * @param start its first character's place, counted in Unicode code points from 0
   * @param end the place after its last character
   */
  public record Highlight(String text, int start, int end) {}

  /** The parts of a body that are one of the words, in order and apart from each other. */
  static List<Highlight> of(String body, List<String> words) {
    String any =
        words.stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    List<Highlight> found = new ArrayList<>();
    List<MatchResult> matches =
        Pattern.compile(any, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
            .matcher(body)
            .results()
            .limit(MOST)
            .toList();
    for (MatchResult match : matches) {
      int start = body.codePointCount(0, match.start());
      int length = body.codePointCount(match.start(), match.end());
      found.add(new Highlight(match.group(), start, start + length));
    }
    return found;
  }
}
