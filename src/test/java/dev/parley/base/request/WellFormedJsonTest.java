package dev.parley.base.request;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.base.problem.DomainException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WellFormedJsonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "[]", "{\"a\":{\"b\":[1,null,\"x\"]}}", " {\"a\":1} ", "{\"a\":-1.5e3}"})
  void whole_json_is_let_through(String json) {
    assertThatCode(() -> check(json)).doesNotThrowAnyException();
  }

  static Stream<String> junk() {
    return Stream.of(
        "{",
        "{\"a\":{",
        "{\"a\":[",
        "[1,",
        "{]",
        "{\"a\" 1}",
        "{} {}",
        "\"x",
        "tru",
        "{\"a\":1e99999999999}",
        "{\"a\":" + "7".repeat(10_000) + "}",
        "[".repeat(65) + "]".repeat(65),
        "[".repeat(30_000),
        "{\"a\":".repeat(5_000));
  }

  @ParameterizedTest
  @MethodSource("junk")
  void anything_else_is_refused(String json) {
    assertThatThrownBy(() -> check(json)).isInstanceOf(DomainException.class);
  }

  /** Each character is a byte. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":\"A\u00ff\u00feB\"}",
        "{\"a\":\"\u00c0\u00af\"}",
        "{\"a\":\"\u00ed\u00a0\u0080\"}",
        "{\"a\":\"\u00e2\u0082\"}",
        "\u00ef\u00bb\u00bf{}",
        "\u00ff\u00fe{\0}\0",
        "{\0}\0",
        "\0{\0}",
        "\0\0\0{\0\0\0}",
      })
  void what_is_no_utf_8_is_refused(String bytes) {
    assertThatThrownBy(() -> WellFormedJson.check(bytes.getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(DomainException.class);
  }

  @Test
  void half_a_character_is_refused_and_a_whole_one_is_not() {
    for (String half : List.of("\\ud83e", "\\udee0", "\\uDEE0\\uD83E", "x\\ud83ey")) {
      assertThatThrownBy(() -> check("{\"a\":\"" + half + "\"}")).as(half).isNotNull();
      assertThatThrownBy(() -> check("{\"" + half + "\":1}")).as(half).isNotNull();
    }
    assertThatCode(() -> check("{\"a\":\"\\uD83E\\uDEE0\"}")).doesNotThrowAnyException();
  }

  private static void check(String json) {
    WellFormedJson.check(json.getBytes(StandardCharsets.UTF_8));
  }
}
