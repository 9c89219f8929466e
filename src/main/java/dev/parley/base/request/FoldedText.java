package dev.parley.base.request;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Folds text for searching, and tells where in the original a part of the folded text stands. What
 * people take for the same letters becomes the same characters: by Unicode's full case folding with
 * compatibility composition (NFKC_Casefold), and the four letters i as one, since which of them
 * belong together depends on the language. Index, queries, names and highlights are folded here and
 * nowhere else; the page has its like in {@code parts/foldedText.ts}.
 */
public final class FoldedText {
  private static final Normalizer2 CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
  private static final Normalizer2 COMPOSED = Normalizer2.getNFCInstance();
  private static final Pattern OTHER_I = Pattern.compile("ı\u0307*|i\u0307+");
  private static final Pattern BLANK =
      Pattern.compile("[\\t-\\r\\x85\\u1680\\u2028\\u2029\\u2800]");
  private static final Pattern BLANKS = Pattern.compile(" {2,}");
  private static final Pattern WILDCARD = Pattern.compile("[\\\\%_]");

  private final StringBuilder text = new StringBuilder();

  /** Of each letter that folds to something: its end when folded, and its place in the original. */
  private final int[] foldedEnd;

  private final int[] start;
  private final int[] end;
  private int letters;

  private FoldedText(String original) {
    foldedEnd = new int[original.length()];
    start = new int[original.length()];
    end = new int[original.length()];
  }

  /** A text folded, with one blank between words and none around them. */
  public static String fold(String text) {
    return BLANKS.matcher(folded(text)).replaceAll(" ").strip();
  }

  /** A folded part of a text as a pattern of SQL that has no wildcards of its own. */
  public static String pattern(String folded) {
    return "%" + WILDCARD.matcher(folded).replaceAll("\\\\$0") + "%";
  }

  /** A text folded with its places. */
  public static FoldedText of(String original) {
    FoldedText folded = new FoldedText(original);
    BreakIterator seen = BreakIterator.getCharacterInstance(Locale.ROOT);
    seen.setText(original);
    for (int start = 0; start < original.length(); ) {
      int end = seen.following(start);
      while (end < original.length() && !CASEFOLD.hasBoundaryBefore(original.codePointAt(end))) {
        end = seen.following(end);
      }
      folded.add(folded(original.substring(start, end)), start, end);
      start = end;
    }
    return folded;
  }

  private void add(String letter, int from, int to) {
    if (!letter.isEmpty()) {
      text.append(letter);
      foldedEnd[letters] = text.length();
      start[letters] = from;
      end[letters] = to;
      letters++;
    }
  }

  private static String folded(String text) {
    String folded = CASEFOLD.normalize(text);
    if (OTHER_I.matcher(folded).find()) {
      folded = COMPOSED.normalize(OTHER_I.matcher(folded).replaceAll("i"));
    }
    return BLANK.matcher(folded).replaceAll(" ");
  }

  /** The folded text. */
  public String text() {
    return text.toString();
  }

  /** Where in the original the letter begins that a character of the folded text is of. */
  public int start(int character) {
    return start[letter(character)];
  }

  /** Where in the original the letter ends that a character of the folded text is of. */
  public int end(int character) {
    return end[letter(character)];
  }

  private int letter(int character) {
    int found = Arrays.binarySearch(foldedEnd, 0, letters, character + 1);
    return found < 0 ? -found - 1 : found;
  }
}
