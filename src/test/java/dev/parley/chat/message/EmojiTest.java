package dev.parley.chat.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import dev.parley.base.problem.DomainException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is one emoji, in which spelling. */
class EmojiTest {
  private static final Path PICKER =
      Path.of("src/main/frontend/node_modules/emojibase-data/en/data.json");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "👍",
        "👍🏽",
        "❤️",
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
  @CsvSource({
    "❤, ❤️",
    "❤\uFE0E, ❤️",
    "☺, ☺️",
    "⚠, ⚠️",
    "ℹ, ℹ️",
    "⤴, ⤴️",
    "⤵, ⤵️",
    "✌\uFE0F🏽, ✌🏽",
    "👍\uFE0F, 👍",
    "#\u20E3, #️⃣",
    "🏳‍🌈, 🏳️‍🌈",
    "👁‍🗨, 👁️‍🗨️",
    "❤‍🔥, ❤️‍🔥",
    "⛹🏻‍♂, ⛹🏻‍♂️",
    "👩‍❤‍💋‍👨, 👩‍❤️‍💋‍👨"
  })
  void every_spelling_of_an_emoji_is_one_emoji(String spelling, String emoji) {
    assertThat(Emoji.checked(spelling)).isEqualTo(emoji);
    assertThat(Emoji.checked(emoji)).isEqualTo(emoji);
  }

  @Test
  void every_emoji_of_the_picker_is_taken_as_it_is_spelled_there_and_in_its_short_spellings()
      throws IOException {
    List<String> emojis = new ArrayList<>();
    try (Reader data = Files.newBufferedReader(PICKER);
        JsonReader reader = Json.createReader(data)) {
      reader.readArray().forEach(entry -> collect(entry.asJsonObject(), emojis));
    }
    assertThat(emojis).hasSizeGreaterThan(3_500);
    for (String emoji : emojis) {
      String kept = Emoji.checked(emoji);
      assertThat(UCharacter.hasBinaryProperty(kept, UProperty.RGI_EMOJI)).as(emoji).isTrue();
      assertThat(kept).isIn(emoji, emoji.replace("\uFE0F", ""));
      assertThat(Emoji.checked(emoji.replace("\uFE0F", ""))).as(emoji).isEqualTo(kept);
    }
  }

  /** Flags are made of letters, which the data lists too and the picker does not offer. */
  private static void collect(JsonObject entry, List<String> emojis) {
    if (entry.containsKey("group")) {
      emojis.add(entry.getString("emoji"));
      if (entry.containsKey("skins")) {
        entry.getJsonArray("skins").forEach(skin -> collect(skin.asJsonObject(), emojis));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "1",
        ":)",
        "👍👍",
        "👍 ",
        "<b>",
        "👍\0",
        "\u200D",
        "\uFE0F",
        "🇩",
        "\uD83D",
        "ok👍",
        "★",
        "→",
        "🇽🇽",
        "👍\u200D",
        "\u200D👍",
        "\uFE0F\u20E3",
        "7️",
        "😀🏽🏽",
        "🏴󠁧󠁢󠁥"
      })
  void anything_else_is_not(String text) {
    assertThatThrownBy(() -> Emoji.checked(text))
        .isInstanceOfSatisfying(
            DomainException.class, e -> assertThat(e.code()).isEqualTo(MessageCode.INVALID_EMOJI));
  }
}
