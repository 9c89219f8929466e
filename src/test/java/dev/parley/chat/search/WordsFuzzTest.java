package dev.parley.chat.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.chat.search.Highlights.Highlight;
import dev.parley.fuzz.Fuzz;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is searched for, in whatever text, what is found lies within the text. */
@Tag("fuzz")
class WordsFuzzTest {

  @Test
  void highlights() {
    Fuzz.like("words", "deploy é 東京　会議", "İstanbul ſ ß", "a a a a", "한글 %_\\")
        .feeds(
            input -> {
              String text = new String(input, StandardCharsets.UTF_8);
              List<String> words = SearchFilter.words(SearchFilter.text(text));
              String body = text + " deploy " + text;
              for (Highlight each : Highlights.of(body, words)) {
                int start = body.offsetByCodePoints(0, each.start());
                int end = body.offsetByCodePoints(0, each.end());
                assertThat(body.substring(start, end)).isEqualTo(each.text()).isNotEmpty();
              }
            });
  }
}
