package dev.parley.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.problem.DomainException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmojiTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "👍",
        "👍🏽",
        "❤️",
        "❤",
        "😀",
        "👩‍👩‍👧‍👦",
        "🏳️‍🌈",
        "🇩🇪",
        "1️⃣",
        "#️⃣",
        "©️",
        "‼️",
        "↔️",
        "➕",
        "🧑🏽‍🚀",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "🫶",
        "☎️",
        "⏱️"
      })
  void one_emoji_is_a_reaction(String text) {
    assertThat(Emoji.checked(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "a", "1", ":)", "👍👍", "👍 ", "<b>", "👍\0", "\u200D", "\uFE0F", "🇩", "\uD83D", "ok👍"
      })
  void anything_else_is_not(String text) {
    assertThatThrownBy(() -> Emoji.checked(text))
        .isInstanceOfSatisfying(
            DomainException.class, e -> assertThat(e.code()).isEqualTo(MessageCode.INVALID_EMOJI));
  }
}
