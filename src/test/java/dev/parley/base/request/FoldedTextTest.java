package dev.parley.base.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which texts are the same to somebody who looks for one of them. */
class FoldedTextTest {

  @ParameterizedTest
  @CsvSource({
    "'Caf\u00e9', 'cafe\u0301'",
    "'\ud55c\uae00', '\u1112\u1161\u11ab\u1100\u1173\u11af'",
    "'東京\u3000会議', '東京 会議'",
    "'two\u00a0words', 'two words'",
    "'two\u2003\n words', 'two words'",
    "'Straße', 'STRASSE'",
    "'STRAẞE', 'strasse'",
    "'ΟΔΟΣ', 'οδος'",
    "'ΟΔΟΣ', 'οδοσ'",
    "'ﬁsh oﬃce', 'FISH OFFICE'",
    "'İSTANBUL', 'istanbul'",
    "'ISPARTA', 'ısparta'",
    "'\u212aelvin', 'kelvin'",
    "'ſpace', 'SPACE'",
    "'ＰＡＲＬＥＹ１', 'parley1'",
    "'ｶﾞ', 'ガ'",
    "'co\u00adoperate', 'cooperate'",
    "'می\u200cروم', 'میروم'",
    "'❤\ufe0f', '❤'",
    "'\u2800x\u2800', 'x'"
  })
  void the_same_letters_in_any_spelling_are_the_same(String one, String other) {
    assertThat(FoldedText.fold(one)).isEqualTo(FoldedText.fold(other));
  }

  @ParameterizedTest
  @CsvSource({"é, e", "か, が", "ø, o", "ς, ω", "Я, R"})
  void different_letters_stay_different(String one, String other) {
    assertThat(FoldedText.fold(one)).isNotEqualTo(FoldedText.fold(other));
  }

  @Test
  void what_cannot_be_seen_is_nothing() {
    assertThat(FoldedText.fold(" \u200b\u3164\u2800\u00ad\u3000 ")).isEmpty();
  }

  @Test
  void a_pattern_has_no_wildcards_of_its_own() {
    assertThat(FoldedText.pattern("50%_\\")).isEqualTo("%50\\%\\_\\\\%");
  }

  @Test
  void folding_letter_by_letter_is_folding_and_folding_again_changes_nothing() {
    Random random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      String text = text(random);
      FoldedText folded = FoldedText.of(text);
      assertThat(folded.text().replaceAll(" +", " ").strip())
          .as(text)
          .isEqualTo(FoldedText.fold(text));
      assertThat(FoldedText.fold(FoldedText.fold(text))).as(text).isEqualTo(FoldedText.fold(text));
      int end = 0;
      for (int i = 0; i < folded.text().length(); i++) {
        assertThat(folded.start(i)).isLessThan(folded.end(i));
        assertThat(folded.end(i)).isGreaterThanOrEqualTo(end);
        end = folded.end(i);
      }
    }
  }

  private static String text(Random random) {
    int[] ranges = {0x20, 0x7f, 0xa0, 0x250, 0x300, 0x600, 0x1100, 0x1200, 0x1e00, 0x2100, 0xac00};
    int[] points =
        random
            .ints(1 + random.nextInt(6), 0, ranges.length - 1)
            .map(i -> ranges[i] + random.nextInt(ranges[i + 1] - ranges[i]))
            .filter(c -> !Character.isSurrogate((char) c))
            .toArray();
    int[] tricky = {'i', 0x130, 0x131, 0x307, 0x200d, 0xad, 0x301, 0x1f469, 0xfb01, 0x345, 0x3000};
    for (int i = 0; i < points.length; i++) {
      points[i] = random.nextBoolean() ? tricky[random.nextInt(tricky.length)] : points[i];
    }
    return new String(points, 0, points.length);
  }
}
