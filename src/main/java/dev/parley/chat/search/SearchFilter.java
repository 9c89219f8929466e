package dev.parley.chat.search;

import dev.parley.base.request.FoldedText;
import dev.parley.base.request.Input;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What somebody looks for.
 *
 * @param words folded, all of which a message has
 * @param conversation where, or null
 * @param sender the sender, or null
 * @param before sent earlier than this, or null
 * @param after sent later than this, or null
 */
record SearchFilter(
    List<String> words, UUID conversation, UUID sender, Instant before, Instant after) {
  private static final int LONGEST = 200;
  private static final int MOST_WORDS = 8;

  /** The text that was given, folded, which has at least one character that can be looked for. */
  static String text(String q) {
    String text = Input.query(Input.required(q, "q"), LONGEST);
    if (text.isEmpty()) {
      throw Input.wrong("q", "Give something to look for.");
    }
    return text;
  }

  static List<String> words(String text) {
    return Stream.of(FoldedText.fold(text).split(" ")).distinct().limit(MOST_WORDS).toList();
  }

  /** An id that may be absent. */
  static UUID id(String field, String given) {
    if (given == null) {
      return null;
    }
    try {
      if (given.length() == 36) {
        return UUID.fromString(given);
      }
    } catch (IllegalArgumentException e) {
      // falls through
    }
    throw Input.wrong(field, "This is the id of a conversation.");
  }

  /** The words as patterns that have no wildcards of their own. */
  List<String> patterns() {
    return words.stream().map(FoldedText::pattern).toList();
  }
}
