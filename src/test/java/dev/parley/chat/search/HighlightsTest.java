package dev.parley.chat.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.chat.search.Highlights.Highlight;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the words of a search stand in a message. */
class HighlightsTest {

  @Test
  void each_place_of_each_word_is_shown_as_it_is_written() {
    assertThat(Highlights.of("The Tea, the TEApot", List.of("tea", "pot")))
        .containsExactly(
            new Highlight("Tea", 4, 7), new Highlight("TEA", 13, 16), new Highlight("pot", 16, 19));
  }

  @Test
  void places_are_counted_in_characters_as_people_see_them_in_code() {
    assertThat(Highlights.of("😀😀 Grüße 日本語", List.of("grüsse", "本")))
        .containsExactly(new Highlight("Grüße", 3, 8), new Highlight("本", 10, 11));
  }

  @Test
  void the_longest_of_overlapping_words_is_shown_and_signs_are_only_signs() {
    assertThat(Highlights.of("teapots <b>.*</b>", List.of("tea", "teapot", ".*", "\\e")))
        .containsExactly(new Highlight("teapot", 0, 6), new Highlight(".*", 11, 13));
    assertThat(Highlights.of("nothing", List.of("x"))).isEmpty();
  }

  @Test
  void letters_are_shown_as_they_are_spelled_and_never_in_parts() {
    assertThat(Highlights.of("Ein Cafe\u0301 in \u1112\u1161\u11ab", List.of("café", "한")))
        .containsExactly(
            new Highlight("Cafe\u0301", 4, 9), new Highlight("\u1112\u1161\u11ab", 13, 16));
    assertThat(Highlights.of("ein Spaß", List.of("s")))
        .containsExactly(new Highlight("S", 4, 5), new Highlight("ß", 7, 8));
    assertThat(Highlights.of("x 👩‍👩‍👧 y", List.of("👧")))
        .containsExactly(new Highlight("👩‍👩‍👧", 2, 7));
    assertThat(Highlights.of("co\u00adoperate ﬁsh", List.of("cooper", "is")))
        .containsExactly(new Highlight("co\u00adoper", 0, 7), new Highlight("ﬁs", 11, 13));
  }

  @Test
  void words_are_told_apart_folded_and_counted() {
    assertThat(SearchFilter.words("Tea  TEA\nfor Zwölf")).containsExactly("tea", "for", "zwölf");
    SearchFilter wanted = new SearchFilter(List.of("50%_\\"), null, null, null, null);
    assertThat(wanted.patterns()).containsExactly("%50\\%\\_\\\\%");
  }
}
