package dev.parley.chat.search;

import dev.parley.base.request.FoldedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
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

  /** The parts of a body that are one of the folded words, in order and apart from each other. */
  static List<Highlight> of(String body, List<String> words) {
    String any =
        words.stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    FoldedText folded = FoldedText.of(body);
    Matcher match = Pattern.compile(any).matcher(folded.text());
    List<Highlight> found = new ArrayList<>();
    for (int past = 0; found.size() < MOST && match.find(); ) {
      int start = folded.start(match.start());
      // Of one letter there may be several: of two words only the first shows it.
      if (start >= past) {
        past = folded.end(match.end() - 1);
        found.add(highlight(body, start, past));
      }
    }
    return found;
  }

  private static Highlight highlight(String body, int start, int end) {
    int place = body.codePointCount(0, start);
    return new Highlight(
        body.substring(start, end), place, place + body.codePointCount(start, end));
  }
}
