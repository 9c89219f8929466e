package dev.parley.base.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.base.problem.DomainException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {

  @Test
  void text_is_read_as_it_is() {
    String text = "Ünder 한글 🫠";
    assertThat(Utf8.text(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
  }

  /** Each character is a byte. */
  @ParameterizedTest
  @ValueSource(
      strings = {"A\u00ff\u00feB", "\u00c0\u00af", "\u00ed\u00a0\u0080", "\u00e2\u0082", "\u0080"})
  void other_bytes_are_refused(String bytes) {
    assertThatThrownBy(() -> Utf8.text(bytes.getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(DomainException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/a/b", "q=%C3%9C+x&y=1", "%F0%9F%AB%A0", "%25%25", "한글"})
  void addresses_are_text(String encoded) {
    assertThatCode(() -> Utf8.checkEncoded(encoded)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%FF", "%C0%AF", "%ED%A0%80", "%E2%82", "%C3x%9C", "%C3%", "%zz", "%"})
  void other_addresses_are_refused(String encoded) {
    assertThatThrownBy(() -> Utf8.checkEncoded(encoded)).isInstanceOf(DomainException.class);
  }
}
