package dev.parley.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.search.Highlights.Highlight;
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
    assertThat(Highlights.of("😀😀 Grüße 日本語", List.of("grüße", "本")))
        .containsExactly(new Highlight("Grüße", 3, 8), new Highlight("本", 10, 11));
  }

  @Test
  void the_longest_of_overlapping_words_is_shown_and_signs_are_only_signs() {
    assertThat(Highlights.of("teapots <b>.*</b>", List.of("tea", "teapot", ".*", "\\e")))
        .containsExactly(new Highlight("teapot", 0, 6), new Highlight(".*", 11, 13));
    assertThat(Highlights.of("nothing", List.of("x"))).isEmpty();
  }

  @Test
  void words_are_told_apart_folded_and_counted() {
    assertThat(Wanted.words("Tea  TEA\nfor Zwölf")).containsExactly("tea", "for", "zwölf");
    Wanted wanted = new Wanted(List.of("50%_\\"), null, null, null, null);
    assertThat(wanted.patterns()).containsExactly("%50\\%\\_\\\\%");
  }
}
