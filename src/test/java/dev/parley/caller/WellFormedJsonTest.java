package dev.parley.caller;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.problem.DomainException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
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

  private static void check(String json) {
    WellFormedJson.check(json.getBytes(StandardCharsets.UTF_8));
  }
}
