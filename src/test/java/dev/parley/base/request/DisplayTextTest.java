package dev.parley.base.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be shown to other people as a name, a title or a note. */
class DisplayTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u200b",
        "\u3164",
        "\u2800",
        "\u00ad\u00ad",
        "\u115f\u1160",
        "\uffa0",
        "\u200d",
        "\ufe0f",
        "\u0301",
        "\u034f",
        "\u2060\ufeff",
        "\u3000",
        "\u00a0",
        "\udb40\udc20",
        "\ud834\udd59",
        "\u180e",
        "\ufdd0"
      })
  void a_name_shows_something(String name) {
    refused(() -> DisplayText.line(name, 64, "display_name"));
    refused(() -> DisplayText.lines("  " + name + "\n", 64, "text"));
    assertThat(DisplayText.isLine(name)).isFalse();
    assertThat(DisplayText.cleaned(name, 64)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nb",
        "a\rb",
        "a\u2028b",
        "a\u2029b",
        "a\u0085b",
        "a\tb",
        "a\0b",
        "a\u001bb",
        "a\ud83d"
      })
  void a_name_is_one_line(String name) {
    refused(() -> DisplayText.line(name, 64, "display_name"));
    assertThat(DisplayText.isLine(name)).isFalse();
    assertThat(DisplayText.isLine(DisplayText.cleaned(name, 64))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u202e", "\u202a", "\u202c", "\u2066", "\u2069", "\u200e", "\u200f", "\u061c"})
  void nothing_shown_turns_the_direction_of_what_is_around_it(String mark) {
    refused(() -> DisplayText.line("a" + mark + "b", 64, "title"));
    refused(() -> DisplayText.lines("a" + mark + "b", 64, "note"));
    assertThat(DisplayText.cleaned("a" + mark + "b", 64)).isEqualTo("ab");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ann",
        "José",
        "Jose\u0301",
        "می\u200cروم",
        "👩‍👩‍👧",
        "❤️",
        "한글",
        "\u1112\u1161\u11ab",
        "क्‍ष",
        "🫠",
        "東京\u3000会議",
        "\u0640",
        ".",
        "\u0600"
      })
  void names_of_every_script_are_names(String name) {
    assertThat(DisplayText.line(name, 64, "display_name")).isEqualTo(name);
    assertThat(DisplayText.cleaned(name, 64)).isEqualTo(name.replace('\u3000', ' '));
  }

  @Test
  void white_space_around_a_text_is_no_part_of_it() {
    assertThat(DisplayText.line("\u3000\u00a0 Ann \n", 3, "display_name")).isEqualTo("Ann");
    assertThat(DisplayText.optionalLine(" \u00a0", 3, "status_text")).isEmpty();
    assertThat(DisplayText.optionalLine(null, 3, "status_text")).isEmpty();
    refused(() -> DisplayText.optionalLine("\u200b", 3, "status_text"));
  }

  @Test
  void several_lines_are_a_text_where_they_may_be() {
    assertThat(DisplayText.lines("a\r\n\tb\u2028c\n", 9, "note")).isEqualTo("a\r\n\tb\u2028c");
    refused(() -> DisplayText.lines("a\u0007", 9, "note"));
    refused(() -> DisplayText.lines("a\udc00", 9, "note"));
    assertThat(DisplayText.optionalLines("\n", 9, "note")).isEmpty();
  }

  @Test
  void lengths_are_counted_in_characters() {
    assertThat(DisplayText.line("😀😀😀", 3, "title")).isEqualTo("😀😀😀");
    refused(() -> DisplayText.line("😀😀😀😀", 3, "title"));
    assertThat(DisplayText.cleaned("😀😀😀😀", 3)).isEqualTo("😀😀😀");
  }

  private static void refused(Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            DomainException.class, e -> assertThat(e.code()).isEqualTo(CommonCode.INVALID_INPUT));
  }
}
